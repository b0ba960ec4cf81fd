import { spawnSync } from 'node:child_process';
import { App, Testing } from 'cdk8s';
import { Client, Manifest } from './client';
import { install, uninstall } from './guard/installed';
import { deployment, pod, PRIVILEGED } from './guard/workload';
import { program } from './programs';
import { AdmissionExemption, Environment, Limits, Member, Mode, Platform, PodSecurityLevel, Quota, Sensitivity, Tenant, Verifier } from '../../src';

const client = Client.connect();
const ada = client.as('ada', 'shop-developers');
const NAMESPACE = 'guard-tenant';
const namespaceObject = (name: string, labels?: object): Manifest => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
const team = namespaceObject(NAMESPACE);
const probe = namespaceObject('guard-tenant-probe', { 'cdk8s-bulwark/tenant': 'probe' });
const TAGGED = { image: 'registry.example.com/shop/web:1.4.2', imagePullPolicy: 'Always' };

/** What the operators accept: one workload of the tenant, and what this test needs to reach the guard. */
const EXEMPTIONS: readonly AdmissionExemption[] = [
  { control: 'image-digest', namespace: NAMESPACE, name: 'vendor', reason: 'the vendor has no digests (jane)' },
  { control: 'pod-security-labels', namespace: NAMESPACE, reason: 'this test: so that the guard speaks, Pod Security lets pods through' },
  { control: 'rbac-pods-update', namespace: NAMESPACE, name: 'debugger', reason: 'this test: the same' },
  { control: 'rbac-pods-exec', namespace: NAMESPACE, name: 'debugger', reason: 'this test: where a role does not stand in the way, the guard does' },
];

/** What the tenant's developers are given beside their role, to see that the guard stands where a role does not. */
const MORE: readonly Manifest[] = [
  role('ClusterRole', { name: 'labeller' }, [{ apiGroups: [''], resources: ['namespaces', 'namespaces/status', 'namespaces/finalize'], verbs: ['get', 'update', 'patch'] }]),
  role('ClusterRoleBinding', { name: 'labeller' }),
  role('Role', { name: 'debugger', namespace: NAMESPACE }, [{ apiGroups: [''], resources: ['pods', 'pods/ephemeralcontainers', 'pods/attach'], verbs: ['get', 'list', 'watch', 'patch', 'update'] }]),
  role('RoleBinding', { name: 'debugger', namespace: NAMESPACE }),
];

/** The guard is there first: a tenant is made under it, and passes. */
beforeAll(async () => {
  await client.apply(probe);
  await install(client, { exemptions: [...EXEMPTIONS] }, { namespace: probe.metadata.name });
  const app = new App();
  Verifier.of(app, { mode: Mode.OFF });
  const tenant = new Tenant(app, NAMESPACE, {
    platform: Platform.generic({ kubernetes: '1.34' }),
    owner: 'team-shop',
    environment: Environment.DEV,
    sensitivity: Sensitivity.CONFIDENTIAL,
    podSecurity: PodSecurityLevel.PRIVILEGED,
    quota: Quota.given({ pods: 20 }),
    limits: Limits.none(),
    members: { developer: [Member.group('shop-developers')] },
  });
  for (const object of Testing.synth(tenant) as Manifest[]) {
    await client.apply(object);
  }
  await client.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web', namespace: NAMESPACE }, automountServiceAccountToken: false });
});

afterAll(async () => {
  await uninstall(client, probe.metadata.name);
  await Promise.all([team, probe, ...MORE.filter(({ kind }) => kind.startsWith('Cluster'))].map(object => client.vanish(object)));
});

test('a developer makes what breaks no control, and is told of everything that does', async () => {
  await expect(ada.create(deployment(NAMESPACE, 'web'), { dryRun: true })).resolves.toBeDefined();
  await expect(ada.create(deployment(NAMESPACE, 'web', { ...PRIVILEGED, ...TAGGED }), { dryRun: true })).rejects.toThrow(/privileged-container: .*; image-digest: /);
});

test('an exemption that a developer writes is worth nothing', async () => {
  const annotations = { 'cdk8s-bulwark/acknowledge': JSON.stringify([{ id: 'image-digest', reason: 'we need it', owner: 'ada' }]) };
  await expect(ada.create(deployment(NAMESPACE, 'web', TAGGED, { annotations }), { dryRun: true })).rejects.toThrow('image-digest: ');
  const policy: Manifest = { apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingAdmissionPolicy', metadata: { name: 'cdk8s-bulwark-workloads' } };
  await expect(ada.patch(policy, { spec: { failurePolicy: 'Ignore' } })).rejects.toThrow('cannot patch resource "validatingadmissionpolicies"');
});

test('an exemption of the operators holds for the object that it names, its pods too, and for no other', async () => {
  await expect(ada.create(deployment(NAMESPACE, 'other', TAGGED))).rejects.toThrow('image-digest: ');
  await expect(ada.create(deployment(NAMESPACE, 'vendor', { ...TAGGED, ...PRIVILEGED }))).rejects.toThrow(/denied request: (?!.*image-digest).*privileged-container: /);
  const vendor = await ada.create(deployment(NAMESPACE, 'vendor', TAGGED));
  await client.until(vendor, 'of two pods', ({ status }) => status?.updatedReplicas === 2);
  const owned = { ...pod(NAMESPACE, 'forged', TAGGED), metadata: { name: 'forged', namespace: NAMESPACE, ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'vendor-1', uid: 'x', controller: true }] } };
  await expect(client.create(owned, { dryRun: true })).rejects.toThrow('image-digest: ');
});

test('nobody but operators changes the labels by which a namespace is guarded', async () => {
  await expect(ada.patch(team, { metadata: { labels: { 'cdk8s-bulwark/sensitivity': 'public' } } })).rejects.toThrow('cannot patch resource "namespaces"');
  for (const object of MORE) {
    await client.apply(object);
  }
  await expect(ada.patch(team, { metadata: { annotations: { note: 'x' } } })).resolves.toBeDefined();
  const changes = [{ 'cdk8s-bulwark/sensitivity': 'public' }, { 'cdk8s-bulwark/tenant': 'other' }, { 'pod-security.kubernetes.io/warn': null }];
  for (const labels of changes) {
    for (const subresource of [undefined, 'status']) {
      await expect(ada.patch(team, { metadata: { labels } }, subresource)).rejects.toThrow(`protected-labels: only who may update the admission policies may change ${Object.keys(labels)[0]}`);
    }
  }
  const { metadata: { resourceVersion } } = await client.get(team);
  const finalize = { ...team, metadata: { name: NAMESPACE, resourceVersion }, spec: { finalizers: ['kubernetes'] } };
  await expect(ada.replace(finalize, {}, 'finalize')).rejects.toThrow('protected-labels: ');
  await expect(client.patch(team, { metadata: { labels: { 'cdk8s-bulwark/sensitivity': 'restricted' } } })).resolves.toBeDefined();
});

test('kubectl debug with a privileged container is denied, with a restricted one not', async () => {
  const good = pod(NAMESPACE, 'running');
  await client.create(good);
  expect(debug('sysadmin')).toMatch(/privileged-container: .*\(debugger-.*\)/);
  expect(debug('restricted')).not.toMatch(/privileged-container/);
});

test('what the API server makes for itself and for each namespace passes', async () => {
  await client.until({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: probe.metadata.name } }, 'there', () => true);
  await client.until({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'kube-root-ca.crt', namespace: NAMESPACE } }, 'there', () => true);
});

function debug(profile: string): string {
  const { stdout, stderr } = spawnSync(program('kubectl'), [
    '--kubeconfig', process.env.BULWARK_KUBECONFIG!, '--as', 'ada', '--as-group', 'shop-developers', '--as-group', 'system:authenticated',
    '-n', NAMESPACE, 'debug', 'pod/running', '--image', `busybox@sha256:${'0'.repeat(64)}`, '--profile', profile, '--attach=false',
  ], { encoding: 'utf8' });
  return stdout + stderr;
}

function role(kind: string, metadata: Manifest['metadata'], rules?: object[]): Manifest {
  const group = 'rbac.authorization.k8s.io';
  const bound = rules === undefined ? { roleRef: { apiGroup: group, kind: kind.replace('Binding', ''), name: metadata.name }, subjects: [{ apiGroup: group, kind: 'Group', name: 'shop-developers' }] } : { rules };
  return { apiVersion: `${group}/v1`, kind, metadata, ...bound };
}
