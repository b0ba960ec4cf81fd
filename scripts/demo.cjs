// The demo: one cdk8s app, verified before and after hardening.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { App, ApiObject, Chart, Yaml } = require('cdk8s');
const { Hardening, Verifier } = require('../lib');

const app = new App();
const chart = new Chart(app, 'shop');
const pod = (containers, further = {}) => ({ template: { spec: { containers, ...further } } });
new ApiObject(chart, 'web', { apiVersion: 'apps/v1', kind: 'Deployment', spec: pod([{ name: 'web', image: 'registry.example.com/web:1.4.2' }]) });
new ApiObject(chart, 'agent', {
  apiVersion: 'apps/v1', kind: 'DaemonSet',
  spec: pod([{ name: 'agent', image: 'registry.example.com/agent:2.0.0', volumeMounts: [{ name: 'host', mountPath: '/host' }] }],
    { hostPID: true, volumes: [{ name: 'host', hostPath: { path: '/var/log' } }] }),
});

const verifier = Verifier.of(app, { mode: 'off' });
const count = (findings) => findings.reduce((counts, { recommendation }) => counts.set(recommendation, (counts.get(recommendation) ?? 0) + 1), new Map());
const before = count(verifier.report().findings);
const hardening = Hardening.of(app).apply({ behavioural: true });
const report = verifier.report();
const after = count(report.findings);

console.log('Findings by part of the recommendations, before and after hardening');
for (const part of [...before.keys()].sort()) {
  console.log(`  CSA ${part.padEnd(6)}${String(before.get(part)).padStart(4)}  ->${String(after.get(part) ?? 0).padStart(4)}`);
}
console.log('\nFilled in by hardening');
for (const [control, fields] of hardening.filled.reduce((m, f) => m.set(f.control, [...(m.get(f.control) ?? []), f]), new Map())) {
  console.log(`  ${control.padEnd(32)}${fields.length} fields`);
}
console.log('\nLeft for a person to decide');
for (const { control, object, container, message, remediation } of report.findings) {
  console.log(`  ${control}  ${object.kind}/${object.name}${container ? ` container ${container}` : ''}: ${message}\n      ${remediation}`);
}
const out = join(__dirname, '..', 'dist', 'demo');
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'shop.k8s.yaml'), Yaml.stringify(...chart.toJson()));
console.log(`\nThe YAML lies in ${join(out, 'shop.k8s.yaml')}`);
