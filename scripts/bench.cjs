// Measures what verifying costs beside parsing: CPU seconds of each as a process, on a generated mix of about 1.3 kB a document.
const { execFileSync, spawnSync } = require('node:child_process');
const { mkdtempSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const DIGEST = '0123456789abcdef'.repeat(4);
const APPLICATIONS = 834; // of 12 documents each

function pod(name, faulty, further = '') {
  const security = faulty ? 'privileged: true' : 'allowPrivilegeEscalation: false\n            readOnlyRootFilesystem: true\n            capabilities: {drop: [ALL]}';
  const image = faulty ? `${name}:latest` : `registry.example.com/${name}@sha256:${DIGEST}`;
  return `
      metadata: {labels: {app.kubernetes.io/name: ${name}, app.kubernetes.io/part-of: ${name}, app.kubernetes.io/version: 1.0.0}}
      spec:
        serviceAccountName: ${faulty ? 'default' : name}
        automountServiceAccountToken: ${faulty}
        securityContext: {runAsNonRoot: ${!faulty}, seccompProfile: {type: ${faulty ? 'Unconfined' : 'RuntimeDefault'}}}
        containers:
        - name: main
          image: ${image}
          ports: [{name: http, containerPort: 8080}]
          env: [{name: MODE, value: production}, {name: LEVEL, value: info}]
          terminationMessagePolicy: ${faulty ? 'File' : 'FallbackToLogsOnError'}
          ${faulty ? '' : 'readinessProbe: {httpGet: {path: /ready, port: http}}\n          livenessProbe: {httpGet: {path: /live, port: http}}'}
          resources: ${faulty ? '{}' : '{requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 64Mi, ephemeral-storage: 64Mi}}'}
          securityContext:
            ${security}${further}`;
}

function application(index, faulty) {
  const name = `app-${index}`;
  const meta = `metadata: {name: ${name}, namespace: ${name}, labels: {app.kubernetes.io/name: ${name}, team: shop}, annotations: {note: "${'x'.repeat(600)}"}}`;
  const rbac = 'rbac.authorization.k8s.io';
  return [
    `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: {pod-security.kubernetes.io/enforce: ${faulty ? 'privileged' : 'restricted'}}}`,
    `apiVersion: v1\nkind: ServiceAccount\n${meta}`,
    `apiVersion: v1\nkind: ConfigMap\n${meta}\ndata:\n  settings: |\n${'    key = value\n'.repeat(40)}`,
    `apiVersion: ${rbac}/v1\nkind: Role\n${meta}\nrules: [{apiGroups: [""], resources: [${faulty ? '"*"' : 'configmaps'}], verbs: [${faulty ? '"*"' : 'get'}]}]`,
    `apiVersion: ${rbac}/v1\nkind: RoleBinding\n${meta}\nroleRef: {apiGroup: ${rbac}, kind: Role, name: ${name}}\nsubjects: [{kind: ServiceAccount, name: ${faulty ? 'default' : name}}]`,
    `apiVersion: apps/v1\nkind: Deployment\n${meta}\nspec:\n    replicas: 2\n    selector: {matchLabels: {app.kubernetes.io/name: ${name}}}\n    template:${pod(name, faulty)}`,
    `apiVersion: v1\nkind: Service\n${meta}\nspec: {type: ${faulty ? 'NodePort' : 'ClusterIP'}, selector: {app.kubernetes.io/name: ${name}}, ports: [{port: 80, targetPort: http}]}`,
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n${meta}\nspec: {podSelector: {}, policyTypes: [Ingress, Egress]}`,
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\n${meta}\nspec: {${faulty ? '' : `tls: [{hosts: [${name}.example.com]}], `}rules: [{host: ${name}.example.com}]}`,
    `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n${meta}\nspec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}, maxReplicas: 4}`,
    `apiVersion: policy/v1\nkind: PodDisruptionBudget\n${meta}\nspec: {maxUnavailable: 1, selector: {matchLabels: {app.kubernetes.io/name: ${name}}}}`,
    `apiVersion: batch/v1\nkind: CronJob\n${meta}\nspec:\n  schedule: "0 3 * * *"\n  jobTemplate:\n   spec:\n    template:${pod(name, faulty, '\n        restartPolicy: OnFailure')}`,
  ];
}

function cpu(args) {
  const probe = `process.on('exit', () => { const u = process.cpuUsage(); require('node:fs').writeFileSync(process.env.CPU_FILE, String((u.user + u.system) / 1e6)); });`;
  const file = join(folder, 'cpu');
  writeFileSync(join(folder, 'probe.cjs'), probe);
  const runs = [1, 2, 3].map(() => {
    spawnSync(process.execPath, ['-r', join(folder, 'probe.cjs'), ...args], { env: { ...process.env, CPU_FILE: file }, stdio: ['ignore', 'ignore', 'inherit'] });
    return Number(execFileSync('cat', [file], { encoding: 'utf8' }));
  });
  return Math.min(...runs);
}

const folder = mkdtempSync(join(tmpdir(), 'bulwark-bench-'));
const command = join(__dirname, '..', 'lib', 'cli', 'bulwark.js');
const parser = require.resolve('js-yaml');
let failed = false;
for (const [name, faulty, most] of [['clean', false, 3], ['faulty', true, 8]]) {
  const documents = Array.from({ length: APPLICATIONS }, (_, index) => application(index, faulty)).flat();
  const file = join(folder, `${name}.yaml`);
  const text = documents.join('\n---\n');
  writeFileSync(file, text);
  const parse = cpu(['-e', `require(${JSON.stringify(parser)}).loadAll(require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`]);
  const verify = cpu([command, 'verify', '--format', 'json', file]);
  const ratio = verify / parse;
  failed ||= ratio > most;
  console.log(`${documents.length} ${name} documents, ${(text.length / 1e6).toFixed(1)} MB: parse ${parse.toFixed(2)} s, verify ${verify.toFixed(2)} s CPU: ${ratio.toFixed(1)} times (at most ${most})`);
}
const small = join(folder, 'small.yaml');
writeFileSync(small, application(0, true).join('\n---\n'));
const start = process.hrtime.bigint();
spawnSync(process.execPath, [command, 'verify', small]);
const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
failed ||= milliseconds > 200;
console.log(`one small file: ${milliseconds.toFixed(0)} ms (at most 200)`);
process.exitCode = failed ? 1 : 0;
