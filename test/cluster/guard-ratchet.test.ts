import { Client, Manifest } from './client';
import { install, uninstall } from './guard/installed';
import { endTenants, makeTenants } from './guard/namespaces';
import { deployment, pod, PRIVILEGED } from './guard/workload';

const client = Client.connect();
const NAMESPACE = 'guard-ratchet';
const old = deployment(NAMESPACE, 'old', PRIVILEGED, { finalizers: ['example.com/kept'] });
const oldPod = pod(NAMESPACE, 'old', PRIVILEGED);
const role: Manifest = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  metadata: { name: 'old', namespace: NAMESPACE, finalizers: ['example.com/kept'] },
  rules: [{ apiGroups: ['apps'], resources: ['*'], verbs: ['get'] }],
};
const containers = (...changes: object[]) => ({ spec: { template: { spec: { containers: changes } } } });

/** Objects that break a control are there before the guard is. */
beforeAll(async () => {
  await makeTenants(client, [NAMESPACE], ['default', 'web']);
  for (const object of [old, oldPod, role]) {
    await client.create(object);
  }
  await install(client, {}, { namespace: NAMESPACE });
});
afterAll(async () => {
  await uninstall(client, NAMESPACE);
  await endTenants(client, [NAMESPACE]);
});

test('what is new is denied, and everything that is wrong with it is named', async () => {
  await expect(client.create(deployment(NAMESPACE, 'new', { ...PRIVILEGED, image: 'registry.example.com/web:1' }))).rejects.toThrow(
    /ValidatingAdmissionPolicy 'cdk8s-bulwark-workloads'.* denied request: .*privileged-container: it runs privileged: it owns its node \(web\); .*image-digest: .* \(web\)/);
  await expect(client.create(deployment(NAMESPACE, 'good'))).resolves.toBeDefined();
});

test('an object that broke a control before can be scaled, labelled and annotated', async () => {
  await expect(client.patch(old, { spec: { replicas: 3 } })).resolves.toMatchObject({ spec: { replicas: 3 } });
  await expect(client.patch(old, { spec: { replicas: 1 } }, 'scale')).resolves.toMatchObject({ spec: { replicas: 1 } });
  await expect(client.patch(old, { metadata: { labels: { team: 'x' }, annotations: { note: 'x' } } })).resolves.toBeDefined();
  await expect(client.patch(oldPod, { metadata: { labels: { team: 'x' } } })).resolves.toBeDefined();
});

test.each([
  ['another container breaks it too', containers({ name: 'second', image: 'x', securityContext: { privileged: true } }), /privileged-container: .*\(second, web\)|\(web, second\)/],
  ['it breaks another control', { spec: { template: { spec: { hostNetwork: true, hostUsers: null } } } }, /host-network: /],
  ['it runs something else', containers({ name: 'web', image: `registry.example.com/shop/web@sha256:${'f'.repeat(64)}` }), /privileged-container: .*\(web\)/],
])('where %s it is judged again', async (_what, change, denial) => {
  await expect(client.patch(old, change)).rejects.toThrow(denial);
});

test('a role that granted too much may stay, and grants no more', async () => {
  await expect(client.patch(role, { metadata: { annotations: { note: 'x' } } })).resolves.toBeDefined();
  await expect(client.patch(role, { rules: [...role.rules, { apiGroups: ['batch'], resources: ['*'], verbs: ['get'] }] })).rejects.toThrow('rbac-wildcard-resources: ');
  await expect(client.patch(role, { rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['get'] }] })).resolves.toBeDefined();
});

test('a pod that broke a control is debugged by a container that breaks none, and by no other', async () => {
  const debug = (container: object) => ({ spec: { ephemeralContainers: [{ name: 'debug', image: `x@sha256:${'0'.repeat(64)}`, terminationMessagePolicy: 'FallbackToLogsOnError', ...container }] } });
  const safe = {
    allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, runAsNonRoot: true, capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' },
  };
  await expect(client.patch(oldPod, debug({ securityContext: { privileged: true } }), 'ephemeralcontainers', { dryRun: true })).rejects.toThrow(/privileged-container: .* \(debug\)/);
  await expect(client.patch(oldPod, debug({ securityContext: safe }), 'ephemeralcontainers', { dryRun: true })).resolves.toBeDefined();
});

test('an object that broke a control loses its finalizers and is gone', async () => {
  for (const object of [old, role]) {
    await client.delete(object);
    await expect(client.patch(object, { metadata: { finalizers: null } })).resolves.toBeDefined();
    await expect(client.get(object)).rejects.toThrow('not found');
  }
});

test('what cannot be judged is denied: the guard fails closed', async () => {
  const large = (size: number): Manifest => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'large', namespace: NAMESPACE }, data: { text: 'x-y_z.@'.repeat(size / 7) } });
  await expect(client.create(large(100_000), { dryRun: true })).resolves.toBeDefined();
  await expect(client.create(large(900_000), { dryRun: true })).rejects.toThrow(/cost limit exceeded|out of CEL budget|no further validation rules/);
});
