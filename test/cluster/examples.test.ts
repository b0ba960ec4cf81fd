import { apps, synthesized } from './apps';
import { Client, Manifest } from './client';
import { inParallel } from './in-parallel';
import { restricted } from './namespace';
import { proof } from './proof';
import { jobOf, ready, workloadsOf } from './ready';

const client = Client.connect();
const counts = { 'apps': 0, 'objects are applied': 0, 'workloads are ready': 0, 'Jobs complete': 0, 'quotas hold': 0 };

afterAll(() => proof('examples', counts));

describe.each(apps().map(app => [app.name, app] as const))('%s', (name, app) => {
  let objects: readonly Manifest[];
  let namespaces: readonly string[];
  const ofKind = (...kinds: string[]) => objects.filter(({ kind }) => kinds.includes(kind));

  beforeAll(async () => {
    objects = placed(synthesized(app), name);
    namespaces = [...new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []))];
    await inParallel(namespaces, namespace => client.apply(restricted(namespace)));
    counts.apps++;
  });
  afterAll(() => inParallel(namespaces, namespace => client.vanish(restricted(namespace))));

  test('every object is applied, and applying again changes nothing', async () => {
    const apply = () => inParallel(ofKind('Namespace').concat(objects.filter(({ kind }) => kind !== 'Namespace')), object => client.apply(object), 1);
    const once = await apply();
    expect((await apply()).map(desired)).toEqual(once.map(desired));
    counts['objects are applied'] += objects.length;
  });

  test('every workload becomes ready', async () => {
    const workloads = workloadsOf(objects);
    await inParallel(workloads, workload => ready(client, workload));
    expect(workloads.length).toBeGreaterThan(0);
    counts['workloads are ready'] += workloads.length;
  });

  test('what runs on a schedule completes, and what a person starts does when the volumes are free', async () => {
    const run = async (job: Manifest) => {
      await client.apply(job);
      await ready(client, job);
      counts['Jobs complete']++;
    };
    const scale = (replicas?: number) => inParallel(ofKind('StatefulSet'), object => client.patch(object, { spec: { replicas: replicas ?? object.spec.replicas } }, 'scale'));
    const jobs = (byHand: boolean) => ofKind('CronJob').filter(({ spec }) => (spec.suspend ?? false) === byHand).map(jobOf);
    await inParallel(jobs(false), run);
    await scale(0);
    await inParallel(jobs(true), run);
    await scale();
    await inParallel(ofKind('StatefulSet'), workload => ready(client, workload));
  });

  test('nobody was refused for a quota', async () => {
    const events = (await inParallel(namespaces, namespace => client.list('v1', 'Event', namespace))).flat();
    expect(events.map(({ message }) => message).filter(message => message.includes('exceeded quota'))).toEqual([]);
    counts['quotas hold'] += ofKind('ResourceQuota').length;
  });
});

/** Objects that say no namespace go to one of their own. */
function placed(objects: readonly Manifest[], name: string): Manifest[] {
  return objects.map(object => object.kind === 'Namespace' || object.metadata.namespace !== undefined ? object
    : { ...object, metadata: { ...object.metadata, namespace: name } });
}

/** What an apply has a say in. */
function desired({ kind, metadata: { name, generation, labels }, spec, data, rules }: any) {
  return { kind, name, generation, labels, spec, data, rules };
}
