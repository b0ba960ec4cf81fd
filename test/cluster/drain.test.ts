import { spawnSync } from 'node:child_process';
import { Client, Manifest } from './client';
import { program } from './programs';
import { proof } from './proof';
import { ready } from './ready';
import { applyAll, tenantWith } from './tenants';
import { Deployment } from '../../src';

const NAMESPACE = 'drain';
const REPLICAS = 6;
const IMAGE = `registry.example.com/web:1.2.3@sha256:${'0123456789abcdef'.repeat(4)}`;

const client = Client.connect();
const objects = tenantWith(NAMESPACE, {}, tenant => new Deployment(tenant, 'web', { replicas: REPLICAS, containers: [{ image: IMAGE, portNumber: 8080 }] }));
const deployment = objects.find(({ kind }) => kind === 'Deployment')!;
const allowed = objects.find(({ kind }) => kind === 'PodDisruptionBudget')!.spec.maxUnavailable as number;
const pods = () => client.list('v1', 'Pod', NAMESPACE);
const evict = ({ metadata: { name } }: Manifest) => client.post({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: NAMESPACE } }, 'eviction', {
  apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace: NAMESPACE },
});

beforeAll(async () => {
  await applyAll(client, objects);
  await ready(client, deployment);
});
afterAll(() => client.vanish({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } }));

test('who evicts pods faster than they are replaced is stopped by the budget', async () => {
  const answers = await Promise.all((await pods()).map(pod => evict(pod).then(() => 'evicted', ({ message }) => message)));
  expect(answers).toContain('evicted');
  expect(answers).toContainEqual(expect.stringContaining("violate the pod's disruption budget"));
  await ready(client, deployment);
});

test('kubectl drain empties a node, and no more pods than the budget allows are away at a time', async () => {
  const node = (await pods()).map(({ spec }) => spec.nodeName as string)[0];
  const available: number[] = [];
  const stop = await client.watch(deployment, now => available.push(now.status.availableReplicas ?? 0));
  const kubectl = (...args: string[]) => spawnSync(program('kubectl'), ['--kubeconfig', process.env.BULWARK_KUBECONFIG!, ...args], { encoding: 'utf8' });
  const { status, stderr } = kubectl('drain', node, '--delete-emptydir-data', '--timeout=60s', '--pod-selector', `app.kubernetes.io/part-of=${NAMESPACE}`);
  kubectl('uncordon', node);
  await ready(client, deployment);
  stop();
  expect([status, stderr]).toEqual([0, expect.anything()]);
  expect((await pods()).filter(({ spec }) => spec.nodeName === node)).toEqual([]);
  expect(Math.min(...available)).toBeGreaterThanOrEqual(REPLICAS - allowed);
  proof('drain', { 'nodes are drained': 1, 'pods are evicted': REPLICAS });
});
