import { Client, Manifest } from './client';

const client = Client.connect();
const namespace: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'plane', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } };
const settings = (data: object): Manifest => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'plane' }, ...data });

beforeAll(() => client.apply(namespace));
afterAll(() => client.vanish(namespace));

test('a field that Kubernetes does not know is refused', async () => {
  await expect(client.apply(settings({ date: {} }))).rejects.toThrow('.date: field not declared in schema');
  await expect(client.create(settings({ date: {} }))).rejects.toThrow('unknown field "date"');
});

test('a dry run writes nothing; an apply does, and what it wrote is there until it is deleted', async () => {
  await client.apply(settings({ data: { mode: 'fast' } }), { dryRun: true });
  await expect(client.get(settings({}))).rejects.toThrow('not found');
  await client.apply(settings({ data: { mode: 'fast' } }));
  expect(await client.until(settings({}), 'fast', now => now.data.mode === 'fast')).toMatchObject({ data: { mode: 'fast' } });
  await expect(client.until(settings({}), 'slow', now => now.data.mode === 'slow', 0.1)).rejects.toThrow('ConfigMap plane/settings is not slow after 0.1 s');
  await client.delete(settings({}));
  await expect(client.get(settings({}))).rejects.toThrow('not found');
});

test('roles decide what others than the administrator may do', async () => {
  await expect(client.as('jane', 'everybody').get(settings({}))).rejects.toThrow('User "jane" cannot get resource "configmaps"');
});

test('Pod Security is enforced', async () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'plane' }, spec: { containers: [{ name: 'web', image: 'web' }] } };
  await expect(client.apply(pod)).rejects.toThrow('violates PodSecurity "restricted:latest"');
});

test('policies that change objects are served', async () => {
  expect(await client.list('admissionregistration.k8s.io/v1beta1', 'MutatingAdmissionPolicy')).toEqual([]);
});
