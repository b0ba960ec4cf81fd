import { demandOf, DemandOptions } from '../../src/inventory/demand';
import { NO_USAGE } from '../../src/inventory/demand-amounts';
import { podTemplateOf } from '../../src/model/pod-template';
import { groupKindOf } from '../../src/model/scope-of-kinds';

const template = { spec: { containers: [{ name: 'c', resources: { requests: { cpu: '100m' } } }] } };
const object = (apiVersion: string, kind: string, spec: object, name = 'web') => ({ apiVersion, kind, metadata: { name }, spec });
const deployment = (spec: object = {}) => object('apps/v1', 'Deployment', { template, ...spec });
const cronJob = (spec: object = {}, job: object = {}) => object('batch/v1', 'CronJob', { jobTemplate: { spec: { template, ...job } }, ...spec });
const autoscaler = (maxReplicas: number, kind = 'Deployment', name = 'web') =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', { maxReplicas, scaleTargetRef: { apiVersion: 'apps/v1', kind, name } }, 'scale');

const demand = (objects: readonly any[], options: Partial<DemandOptions> = {}) => demandOf(objects.map(each => ({
  object: each, groupKind: groupKindOf(each.apiVersion, each.kind), pod: podTemplateOf(each), origin: {},
})), { defaults: NO_USAGE, sidecars: [], ...options });

test.each<[string, any[], Partial<DemandOptions>, number]>([
  ['a Deployment: one, and one that stands in', [deployment()], {}, 2],
  ['maxSurge of 25% is rounded up', [deployment({ replicas: 5 })], {}, 7],
  ['another percentage', [deployment({ replicas: 10, strategy: { rollingUpdate: { maxSurge: '30%' } } })], {}, 13],
  ['a number', [deployment({ replicas: 10, strategy: { rollingUpdate: { maxSurge: 4 } } })], {}, 14],
  ['Recreate has none', [deployment({ replicas: 10, strategy: { type: 'Recreate' } })], {}, 10],
  ['none at all', [deployment({ replicas: 0 })], {}, 0],
  ['an autoscaler at its maximum, with surge', [deployment({ replicas: 2 }), autoscaler(8)], {}, 10],
  ['replicas left out', [deployment(), autoscaler(8)], {}, 10],
  ['more replicas than the autoscaler allows stay until it acts', [deployment({ replicas: 12 }), autoscaler(8)], {}, 15],
  ['an autoscaler of something else', [deployment({ replicas: 2 }), autoscaler(8, 'StatefulSet')], {}, 3],
  ['two autoscalers: the greater', [deployment(), autoscaler(4), autoscaler(8)], {}, 10],
  ['KEDA goes to 100', [deployment(), object('keda.sh/v1alpha1', 'ScaledObject', { scaleTargetRef: { name: 'web' } })], {}, 125],
  ['a StatefulSet does not surge', [object('apps/v1', 'StatefulSet', { template, replicas: 3 })], {}, 3],
  ['a DaemonSet is on every node', [object('apps/v1', 'DaemonSet', { template })], { nodes: 5 }, 5],
  ['a DaemonSet that surges', [object('apps/v1', 'DaemonSet', { template, updateStrategy: { rollingUpdate: { maxSurge: '10%' } } })], { nodes: 5 }, 6],
  ['a Job', [object('batch/v1', 'Job', { template })], {}, 1],
  ['a parallel Job', [object('batch/v1', 'Job', { template, parallelism: 4 })], {}, 4],
  ['a parallel Job with less to do', [object('batch/v1', 'Job', { template, parallelism: 4, completions: 2 })], {}, 2],
  ['a CronJob that forbids overlap', [cronJob({ concurrencyPolicy: 'Forbid' }, { parallelism: 3 })], {}, 3],
  ['a CronJob that allows it', [cronJob({}, { parallelism: 3 })], { concurrentRuns: 2 }, 6],
  ['a Rollout, blue and green', [object('argoproj.io/v1alpha1', 'Rollout', { template, replicas: 3, strategy: { blueGreen: {} } })], {}, 6],
  ['Knative, by its annotation', [object('serving.knative.dev/v1', 'Service', {
    template: { ...template, metadata: { annotations: { 'autoscaling.knative.dev/max-scale': '4' } } },
  })], {}, 8],
  ['a Pod', [{ ...template, apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } }], {}, 1],
  ['a PodTemplate makes none', [{ template, apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 'web' } }], {}, 0],
])('%s', (_name, objects, options, pods) => {
  const { requests, unknown, ...found } = demand(objects, options);
  expect([found.pods, unknown]).toEqual([pods, []]);
  expect(requests.cpu?.nano ?? 0n).toBe(BigInt(pods) * 100_000_000n);
});

test.each<[string, any, string]>([
  ['a DaemonSet without the number of nodes', object('apps/v1', 'DaemonSet', { template }), 'nodes'],
  ['a CronJob whose runs may overlap', cronJob(), 'concurrentRuns'],
  ['Knative without a bound', object('serving.knative.dev/v1', 'Service', { template }), 'maximum'],
  ['a Rollout of another\'s template', object('argoproj.io/v1alpha1', 'Rollout', { workloadRef: { name: 'web' } }), 'template'],
])('%s is named, not left out', (_name, given, missing) => {
  const { pods, unknown } = demand([given, deployment({ replicas: 4 })]);
  expect([pods, unknown.map(each => [each.manifest.object, each.missing])]).toEqual([5, [[given, missing]]]);
});

test('claims: of their own, of every pod of a StatefulSet, and in volumes of pods', () => {
  const claim = (size: string) => ({ spec: { resources: { requests: { storage: size } } } });
  const { claims, storage, largest } = demand([
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'a' }, ...claim('5Gi') },
    object('apps/v1', 'StatefulSet', { template, replicas: 3, volumeClaimTemplates: [claim('10Gi'), claim('1Gi')] }),
    deployment({ replicas: 4, template: { spec: { ...template.spec, volumes: [{ name: 'scratch', ephemeral: { volumeClaimTemplate: claim('512Mi') } }] } } }),
  ]);
  expect([claims, storage.toString(), largest.toString()]).toEqual([1 + 6 + 5, `${(5 + 33) * 1024 + 5 * 512}Mi`, '10Gi']);
});

test('load balancers and ports of nodes', () => {
  const ports = [{ port: 80 }, { port: 443 }];
  const service = (spec: object) => object('v1', 'Service', { ports, ...spec });
  const { loadBalancers, nodePorts } = demand([
    service({}), service({ type: 'NodePort' }), service({ type: 'LoadBalancer' }), service({ type: 'LoadBalancer', allocateLoadBalancerNodePorts: false }),
  ]);
  expect([loadBalancers, nodePorts]).toEqual([2, 4]);
});

test('Jobs that run and those that are kept', () => {
  expect(demand([cronJob({ concurrencyPolicy: 'Forbid' }), cronJob({ concurrencyPolicy: 'Forbid', successfulJobsHistoryLimit: 1, failedJobsHistoryLimit: 0 }),
    object('batch/v1', 'Job', { template })]).jobs).toBe(5 + 2 + 1);
});

test('which resources every container names', () => {
  const limited = { containers: [{ resources: { limits: { cpu: '1', memory: '1Gi' } } }] };
  const { named } = demand([deployment({ template: { spec: limited } }), deployment()]);
  expect([[...named.requests], [...named.limits]]).toEqual([['cpu'], []]);
  expect([...demand([deployment({ template: { spec: limited } })]).named.limits]).toEqual(['cpu', 'memory']);
});
