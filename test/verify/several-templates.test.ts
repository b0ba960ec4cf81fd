import * as fc from 'fast-check';
import { Remedies } from '../../src/controls/remedies';
import { KubernetesVersion } from '../../src/model/kubernetes-version';
import { addPodTemplateKinds, podTemplatesOf } from '../../src/model/pod-template';
import { Source } from '../../src/verify/input';
import { Verification } from '../../src/verify/verifier';

const template = (privileged: boolean, labels = {}) => ({ metadata: { labels }, spec: { containers: [{ name: 'main', securityContext: { privileged } }] } });
const ray = (head: boolean, ...workers: boolean[]) => ({
  apiVersion: 'ray.io/v1',
  kind: 'RayCluster',
  metadata: { name: 'ray', namespace: 'shop' },
  spec: { headGroupSpec: { template: template(head) }, workerGroupSpecs: workers.map((worker, index) => ({ groupName: `w${index}`, template: template(worker) })) },
});
const verify = (controls: string[], ...objects: object[]) => new Verification({ controls, complete: true })
  .verifySources([new Source('some.json', objects.map(object => JSON.stringify(object)).join('\n---\n'), true)], [], []);

test('every template of a kind with several is judged, and the object is one', () => {
  fc.assert(fc.property(fc.boolean(), fc.array(fc.boolean(), { maxLength: 4 }), (head, workers) => {
    const { findings, summary } = verify(['privileged-container'], ray(head, ...workers));
    const place = (index: number) => index < 0 ? 'headGroupSpec' : `workerGroupSpecs[${index}]`;
    const wanted = [head, ...workers].flatMap((privileged, index) => privileged ? [`spec.${place(index - 1)}.template.spec.containers[0].securityContext.privileged`] : []);
    expect([findings.map(({ path }) => path), summary.objects]).toEqual([wanted, 1]);
  }));
});

test('what is asked of the object is asked once, and an annotation accepts for all of its pods', () => {
  const row = JSON.stringify([{ id: 'privileged-container', reason: 'it needs the device', owner: 'team' }]);
  const object = ray(true, true);
  const { findings, acknowledged, errors } = verify(['privileged-container', 'tenancy-labels', 'duplicate-names'],
    { ...object, metadata: { ...object.metadata, annotations: { 'cdk8s-bulwark/acknowledge': row } } });
  expect([findings.filter(({ control }) => control === 'duplicate-names'), acknowledged.length, errors]).toEqual([[], 2, []]);
});

test('a policy or a Service that selects the pods of any template selects something', () => {
  const set = {
    apiVersion: 'leaderworkerset.x-k8s.io/v1',
    kind: 'LeaderWorkerSet',
    metadata: { name: 'set', namespace: 'shop' },
    spec: { leaderWorkerTemplate: { leaderTemplate: template(false, { role: 'leader' }), workerTemplate: template(false, { role: 'worker' }) } },
  };
  const service = (role: string) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: role, namespace: 'shop' }, spec: { selector: { role }, ports: [{ port: 80 }] } });
  expect(verify(['dangling-service'], set, service('leader'), service('worker'), service('other')).findings.map(({ object }) => object.name)).toEqual(['other']);
});

test('remedies fill in every template', () => {
  const object: any = ray(false, false);
  Remedies.of(KubernetesVersion.DEFAULT, false).fillIn(object);
  expect(podTemplatesOf(object).map(({ template: { spec } }) => (spec as any).containers[0].terminationMessagePolicy)).toEqual(['FallbackToLogsOnError', 'FallbackToLogsOnError']);
});

test('a row of one\'s own is one more kind', () => {
  const own = { apiVersion: 'example.com/v1', kind: 'Shop', metadata: { name: 'own', namespace: 'shop' }, spec: { stages: { first: { pod: template(true) } } } };
  expect(verify(['privileged-container'], own).findings).toEqual([]);
  addPodTemplateKinds([{ apiGroup: 'example.com', kind: 'Shop', template: ['spec', 'stages', '*', 'pod'] }]);
  expect(verify(['privileged-container'], own).findings.map(({ path }) => path)).toEqual(['spec.stages.first.pod.spec.containers[0].securityContext.privileged']);
});
