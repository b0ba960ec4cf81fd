import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Helm, Testing } from 'cdk8s';
import { Hardening, Mode, Verifier } from '../../src';
import { goProgram } from '../go';

const VERSION = 'v3.18.6';
const CHART = join(__dirname, 'chart');

function render(helmExecutable: string) {
  const app = Testing.app();
  const chart = new Chart(app, 'chart');
  Hardening.of(app).apply();
  new Helm(chart, 'shop', { chart: CHART, releaseName: 'shop', values: { replicas: 3 }, helmExecutable });
  const [service, deployment] = Testing.synth(chart).sort((a, b) => b.kind.localeCompare(a.kind));
  return { deployment, service, report: Verifier.of(app, { mode: Mode.OFF }).report() };
}

function expectHardened({ deployment, service, report }: ReturnType<typeof render>) {
  const [container] = deployment.spec.template.spec.containers;
  expect([deployment.metadata.name, deployment.spec.replicas]).toEqual(['shop-web', 3]);
  expect(container.securityContext).toEqual({ allowPrivilegeEscalation: false, seccompProfile: { type: 'RuntimeDefault' } });
  expect(container.terminationMessagePolicy).toBe('File');
  expect(service.spec.ports).toEqual([{ port: 80 }]);
  expect([report.errors, report.summary.objects]).toEqual([[], 2]);
  const controls = new Set(report.findings.map(({ control }) => control));
  expect([controls.has('seccomp-profile'), controls.has('termination-message-policy')]).toEqual([false, true]);
}

test(`a chart that helm ${VERSION} renders is hardened and verified`, () => {
  const helm = goProgram('helm.sh/helm/v3/cmd/helm', VERSION, 'hardening of a chart that helm itself renders');
  if (helm !== undefined) {
    expectHardened(render(helm));
  }
}, 900_000);

test('so is what any other executable renders in its place', () => {
  const standIn = join(mkdtempSync(join(tmpdir(), 'bulwark-helm-')), 'helm');
  const rendered = [
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'shop-web' }, spec: { replicas: 3, template: { spec: { containers: [{ name: 'web', terminationMessagePolicy: 'File' }] } } } },
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'shop-web' }, spec: { ports: [{ port: 80 }] } },
  ];
  writeFileSync(standIn, `#!${process.execPath}\nprocess.stdout.write(${JSON.stringify(rendered.map(object => JSON.stringify(object)).join('\n---\n'))});\n`);
  chmodSync(standIn, 0o755);
  expectHardened(render(standIn));
});
