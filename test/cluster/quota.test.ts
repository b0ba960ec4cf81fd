import { Cron, Size } from 'cdk8s';
import { Client, Manifest } from './client';
import { inParallel } from './in-parallel';
import { proof } from './proof';
import { jobOf, ready, workloadsOf } from './ready';
import { applyAll, tenantWith } from './tenants';
import { CronJob, Deployment, Job, Scaling, StatefulSet } from '../../src';

const IMAGE = `registry.example.com/web:1.2.3@sha256:${'0123456789abcdef'.repeat(4)}`;
const container = (portNumber?: number) => ({ image: IMAGE, portNumber });
const NAMESPACE = 'quota';
const MOST = 9;

const client = Client.connect();
const objects = tenantWith(NAMESPACE, {}, tenant => {
  for (const name of ['web', 'api']) {
    const deployment = new Deployment(tenant, name, { containers: [container(8080)] });
    new Scaling(tenant, `${name}-scaling`, { target: deployment, maxReplicas: MOST });
  }
  new StatefulSet(tenant, 'cart', { containers: [container(6379)], replicas: 3, claims: [{ name: 'data', size: Size.gibibytes(2), mountPath: '/data' }] });
  new Job(tenant, 'migrate', { containers: [container()] });
  new CronJob(tenant, 'report', { containers: [container()], schedule: Cron.daily() });
});
const ofKind = (kind: string) => objects.filter(object => object.kind === kind);
const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'quota', namespace: NAMESPACE } };
const refusals = async () => (await client.list('v1', 'Event', NAMESPACE)).map(({ message }) => message).filter(message => message.includes('exceeded quota'));

/** A pod like those that the tenant has, of which there may be as many as the quota has room for. */
function onePodMore(index: number): Manifest {
  const { template } = ofKind('Deployment')[0].spec;
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: `more-${index}`, namespace: NAMESPACE }, spec: template.spec };
}

beforeAll(() => applyAll(client, objects));
afterAll(() => client.vanish({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } }));

test('the workloads become ready, and the Jobs complete', async () => {
  const jobs = ofKind('CronJob').map(jobOf);
  await inParallel(jobs, job => client.apply(job));
  await inParallel([...workloadsOf(objects), ...jobs], workload => ready(client, workload));
});

test('the quota holds every autoscaler at its maximum, while all of it is rolled', async () => {
  await inParallel(ofKind('Deployment'), deployment => client.patch(deployment, { spec: { replicas: MOST } }, 'scale'));
  await inParallel(ofKind('Deployment'), deployment => ready(client, deployment));
  const restart = { spec: { template: { metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-01-01T00:00:00Z' } } } } };
  const rolled = [...ofKind('Deployment'), ...ofKind('StatefulSet')];
  await inParallel(rolled, workload => client.patch(workload, restart));
  const after = await inParallel(rolled, workload => ready(client, workload));
  expect(after.map(({ status }) => status.availableReplicas)).toEqual([MOST, MOST, 3]);
  expect(await refusals()).toEqual([]);
});

test('it admits pods until it is full, and not one more', async () => {
  const { status } = await client.until(quota, 'counted', now => now.status?.used?.pods === `${2 * MOST + 3}`);
  const rest = Number(status.hard.pods) - Number(status.used.pods) + 1;
  const answers: string[] = [];
  for (let index = 0; index < rest && !answers[index - 1]?.includes('exceeded'); index++) {
    answers.push(await client.create(onePodMore(index)).then(() => 'admitted', ({ message }) => message));
  }
  const free = answers.length - 1;
  expect(answers).toEqual([...Array(free).fill('admitted'), expect.stringContaining('exceeded quota: quota, requested:')]);
  expect(free).toBeGreaterThan(0);
  proof('quota', { 'pods at most, with every autoscaler at its maximum and rolled': 2 * MOST + 3, 'more are admitted': free, 'pods are refused beyond': 1 });
});
