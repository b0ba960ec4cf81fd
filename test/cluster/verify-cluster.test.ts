import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
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

const bulwark = (path: string, ...args: string[]) => spawnSync(process.execPath, [join(__dirname, '../../lib/bulwark.cjs'), 'verify', '--cluster', '--format', 'json', ...args], {
  cwd: mkdtempSync(join(tmpdir(), 'bulwark-cluster-')), encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, PATH: path, KUBECONFIG: process.env.BULWARK_KUBECONFIG },
});
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

test('without kubectl, or with files besides, it is one clear error', () => {
  const node = dirname(process.execPath);
  expect(bulwark('/nowhere').stderr).toBe('bulwark: there is no kubectl, by which a cluster is read: install it, or write the objects to files\n');
  expect(spawnSync(process.execPath, [join(__dirname, '../../lib/bulwark.cjs'), 'verify', 'pod.yaml', '--cluster'], { encoding: 'utf8', env: { PATH: node } }).stderr)
    .toBe('bulwark: name files or --cluster, not both: objects of files can be given with --context\n');
});
