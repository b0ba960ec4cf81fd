import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Client, Manifest } from './client';
import { privileged } from './namespace';
import { program } from './programs';
import { proof } from './proof';

const NAMESPACE = 'verify-cluster';
const client = Client.connect();
const SECRET = 'not-to-be-read-by-anybody';
const objects: readonly Manifest[] = [
  privileged(NAMESPACE),
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key', namespace: NAMESPACE }, stringData: { key: SECRET } },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: NAMESPACE },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'main', image: 'web:1', securityContext: { privileged: true }, envFrom: [{ secretRef: { name: 'key' } }] }] } },
    },
  },
];

const KUBECONFIG = process.env.BULWARK_KUBECONFIG!;
const asking = (kubeconfig: string, path: string, ...args: string[]) => spawnSync(process.execPath, [join(__dirname, '../../lib/bulwark.cjs'), 'verify', '--cluster', '--format', 'json', ...args], {
  cwd: mkdtempSync(join(tmpdir(), 'bulwark-cluster-')), encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, PATH: path, KUBECONFIG: kubeconfig },
});
const bulwark = (path: string, ...args: string[]) => asking(KUBECONFIG, path, ...args);
const withKubectl = [dirname(program('kubectl')), process.env.PATH].join(delimiter);

afterAll(() => client.vanish(privileged(NAMESPACE)));

test('a cluster is judged as its objects stand there, those that controllers made with their owner, and without the value of any Secret', async () => {
  for (const object of objects) {
    await client.apply(object);
  }
  await client.until(objects[2], 'its pods made', ({ status }) => status?.replicas === 2);
  const { status, stdout, stderr } = bulwark(withKubectl, '--control', 'privileged-container', '--control', 'dangling-secret', '--complete');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  const report = JSON.parse(stdout);
  const found = report.findings.filter(({ object }: any) => object.namespace === NAMESPACE).map(({ control, object, file }: any) => `${control} ${object.kind} ${object.name} ${file}`);
  expect(found).toEqual(['privileged-container Deployment web cluster/deployments.apps']);
  expect(report.errors).toEqual([]);
  expect(stdout).not.toContain(SECRET);
  expect(stdout).not.toContain(Buffer.from(SECRET).toString('base64'));
  proof('verify-cluster', { 'kinds that could not be listed': (report.notices ?? []).length });
});

test('what its caller may not list is named, and all else is judged', async () => {
  const { stdout: served } = spawnSync(program('kubectl'), ['--kubeconfig', KUBECONFIG, 'api-resources', '--no-headers'], { encoding: 'utf8' });
  const groups = new Set(served.trim().split('\n').map(line => line.split(/\s+/).slice(-3)[0]).map(version => version.includes('/') ? version.split('/')[0] : ''));
  groups.delete('batch');
  const group = 'rbac.authorization.k8s.io';
  const role: Manifest = { apiVersion: `${group}/v1`, kind: 'ClusterRole', metadata: { name: NAMESPACE }, rules: [{ apiGroups: [...groups], resources: ['*'], verbs: ['list'] }] };
  const subjects = [{ apiGroup: group, kind: 'User', name: 'auditor' }];
  const binding: Manifest = { ...role, kind: 'ClusterRoleBinding', rules: undefined, roleRef: { apiGroup: group, kind: 'ClusterRole', name: NAMESPACE }, subjects };
  await client.apply(role);
  await client.apply(binding);
  const kubeconfig = JSON.parse(readFileSync(KUBECONFIG, 'utf8'));
  kubeconfig.users[0].user.as = 'auditor';
  const own = join(mkdtempSync(join(tmpdir(), 'bulwark-auditor-')), 'kubeconfig');
  writeFileSync(own, JSON.stringify(kubeconfig));
  const { notices, findings } = JSON.parse(asking(own, withKubectl, '--control', 'privileged-container').stdout);
  expect(notices.map((notice: string) => notice.replace(/: Error from server \(Forbidden\).*/, ''))).toEqual(['cronjobs.batch are not in this report', 'jobs.batch are not in this report']);
  expect(findings.map(({ object: { kind, name } }: any) => `${kind} ${name}`)).toContain('Deployment web');
  await Promise.all([role, binding].map(object => client.delete(object)));
});

test('without kubectl, or with files besides, it is one clear error', () => {
  const node = dirname(process.execPath);
  expect(bulwark('/nowhere').stderr).toBe('bulwark: there is no kubectl, by which a cluster is read: install it, or write the objects to files\n');
  expect(spawnSync(process.execPath, [join(__dirname, '../../lib/bulwark.cjs'), 'verify', 'pod.yaml', '--cluster'], { encoding: 'utf8', env: { PATH: node } }).stderr)
    .toBe('bulwark: name files or --cluster, not both: objects of files can be given with --context\n');
});
