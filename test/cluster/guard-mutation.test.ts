import { setTimeout as delay } from 'node:timers/promises';
import { Client, Manifest } from './client';
import { install, uninstall } from './guard/installed';
import { endTenants, makeTenants } from './guard/namespaces';
import { deployment, pod } from './guard/workload';
import { Catalogue, Control, KubernetesVersion } from '../../src';
import { guardOf } from '../../src/guard/guard';
import { Remedies } from '../../src/controls/remedies';

const client = Client.connect();
const NAMESPACE = 'guard-mutation';
const OUTSIDE = 'guard-outside';
const SAFE = ['privilege-escalation', 'seccomp-profile', 'disruption-budget-unhealthy-pods'];

/** A Deployment whose author left out what safe remedies fill in. */
function bare(namespace: string, name: string, securityContext: object = {}): Manifest {
  const written = deployment(namespace, name);
  const { spec } = written.spec.template;
  const containers = spec.containers.map((container: object) => ({ ...container, securityContext }));
  const initContainers = spec.initContainers.map((container: object) => ({ ...container, securityContext: undefined }));
  const template = { ...written.spec.template, spec: { ...spec, securityContext: {}, containers, initContainers } };
  return { ...written, spec: { ...written.spec, template } };
}
const budget = (namespace: string): Manifest => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'web', namespace },
  spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'web' } } },
});
const contexts = ({ spec: { template: { spec } } }: Manifest) =>
  [...spec.containers, ...spec.initContainers].map(({ securityContext }: any) => securityContext);

/** Only these controls are guarded, by which nothing here is denied; and a Deployment is there before them. */
beforeAll(async () => {
  await makeTenants(client, [NAMESPACE], ['default', 'web']);
  await client.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: OUTSIDE } });
  await client.create(bare(NAMESPACE, 'before'));
  await install(client, { controls: SAFE }, { namespace: NAMESPACE });
  // The policies that change objects are known a second later than those that judge them.
  for (const end = Date.now() + 20_000; Date.now() < end; await delay(100)) {
    if (await client.create(bare(NAMESPACE, 'probe'), { dryRun: true }).then(() => true, () => false)) {
      return;
    }
  }
  throw new Error('the policies that change objects are not in force after 20 s');
});
afterAll(async () => {
  await uninstall(client, NAMESPACE);
  await endTenants(client, [NAMESPACE, OUTSIDE]);
});

test('every safe remedy is a mutation, or it is named why not', () => {
  const { unmutated } = guardOf();
  const safe = Catalogue.all().filter((control): control is Control => control instanceof Control && control.remedy !== undefined && control.remedy.remedyClass !== 'behavioural');
  expect(safe.map(({ id }) => id).filter(id => !unmutated.some(({ control }) => control === id)).sort()).toEqual([...SAFE].sort());
  expect(unmutated).toEqual([{ control: 'termination-message-policy', reason: 'the API server fills in terminationMessagePolicy before policies see it' }]);
});

test('what an author left out is filled in as hardening does it', async () => {
  const made = await client.create(bare(NAMESPACE, 'web'));
  expect(contexts(made)).toEqual(Array(2).fill({ allowPrivilegeEscalation: false, seccompProfile: { type: 'RuntimeDefault' } }));
  const hardened = structuredClone(bare(NAMESPACE, 'web')) as Manifest;
  Remedies.of(KubernetesVersion.V1_34, false).fillIn(hardened);
  expect(contexts(made)).toEqual(contexts(hardened));
  expect(await client.create(budget(NAMESPACE))).toMatchObject({ spec: { unhealthyPodEvictionPolicy: 'AlwaysAllow' } });
  const { spec: { template } } = bare(NAMESPACE, 'alone');
  const { spec } = await client.create({ ...pod(NAMESPACE, 'alone'), spec: template.spec }, { dryRun: true });
  expect(contexts({ ...made, spec: { template: { spec } } })).toEqual(contexts(made));
});

test('what an author wrote is kept, and nothing is made that the API server refuses', async () => {
  const privileged = await client.create(bare(NAMESPACE, 'kept', { privileged: true, seccompProfile: { type: 'Unconfined' } }), { dryRun: true }).catch((error: Error) => error.message);
  expect(privileged).toMatch(/denied request: privilege-escalation: .*seccomp-profile: .*\(web\)/);
  const written = { allowPrivilegeEscalation: false, seccompProfile: { type: 'Localhost', localhostProfile: 'web.json' }, runAsUser: 1000 };
  expect(contexts(await client.create(bare(NAMESPACE, 'kept', written), { dryRun: true }))[0]).toEqual(written);
});

test('applied twice it changes nothing', async () => {
  const once = await client.get(bare(NAMESPACE, 'web'));
  const twice = await client.replace({ ...once, metadata: { ...once.metadata, managedFields: undefined, resourceVersion: undefined } });
  expect(twice.spec).toEqual(once.spec);
  expect(twice.metadata.generation).toBe(once.metadata.generation);
  const copy = await client.create({ ...once, metadata: { name: 'copy', namespace: NAMESPACE } }, { dryRun: true });
  expect(contexts(copy)).toEqual(contexts(once));
});

test('what was there is left as it is while its template does not change, and filled in when it does', async () => {
  const scaled = await client.patch(bare(NAMESPACE, 'before'), { spec: { replicas: 1 } });
  expect(contexts(scaled)).toEqual([{}, undefined]);
  const changed = await client.patch(bare(NAMESPACE, 'before'), { spec: { template: { metadata: { labels: { changed: 'yes' } }, spec: { hostUsers: null } } } });
  expect(contexts(changed)).toEqual(Array(2).fill({ allowPrivilegeEscalation: false, seccompProfile: { type: 'RuntimeDefault' } }));
});

test('namespaces of nobody are left alone', async () => {
  expect(contexts(await client.create(bare(OUTSIDE, 'web'), { dryRun: true }))).toEqual([{}, undefined]);
  expect((await client.create(budget(OUTSIDE), { dryRun: true })).spec.unhealthyPodEvictionPolicy).toBeUndefined();
});
