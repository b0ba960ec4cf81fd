import { ApiObject, Cron, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { only, rendered, tenant } from './tenants';
import { CronJob, DaemonSet, Deployment, Limits, MeshKind, Mode, Platform, Quota, StatefulSet, Verifier, WorkloadDefaults } from '../../src';

const containers = [{ image: 'registry.example.com/web:1', portNumber: 8080 }];
const hard = (chart: ReturnType<typeof tenant>) => only(chart, 'ResourceQuota').spec.hard;
const range = (chart: ReturnType<typeof tenant>) => only(chart, 'LimitRange').spec.limits;
const pod = (resources: object) => ({ apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'c', resources }] } });

test('the quota of a tenant with one of each, to the letter', () => {
  const chart = tenant({ quota: Quota.computed({ nodes: 3 }), platform: Platform.generic({ mesh: MeshKind.LINKERD, meshCniPlugin: true }) });
  const web = new Deployment(chart, 'web', { containers });
  new kplus.HorizontalPodAutoscaler(chart, 'scale', { target: web, maxReplicas: 8 });
  const service = new kplus.Service(chart, 'db-headless', { ports: [{ port: 5432 }], clusterIP: 'None' });
  new StatefulSet(chart, 'db', { containers, service, claims: [{ name: 'data', size: Size.gibibytes(10) }] });
  new DaemonSet(chart, 'agent', { containers });
  new CronJob(chart, 'report', { schedule: Cron.daily(), containers });
  // 8 and 2 of web, 1 of db, 3 of agent, 1 of report; each with a proxy of 100m, 20Mi to 250Mi.
  expect(hard(chart)).toEqual({
    'pods': '18',
    'requests.cpu': '3600m',
    'requests.memory': '4968Mi',
    'requests.ephemeral-storage': '4608Mi',
    'limits.memory': '9108Mi',
    'limits.ephemeral-storage': '4608Mi',
    'persistentvolumeclaims': '2',
    'requests.storage': '20Gi',
    'services.loadbalancers': '0',
    'services.nodeports': '0',
    'count/jobs.batch': expect.stringMatching(/^\d+$/),
  });
});

test('a later change shows, and what is given replaces what is computed', () => {
  const chart = tenant({ quota: Quota.computed({ memoryRequests: Size.gibibytes(64), headroom: 100 }) });
  const web = new Deployment(chart, 'web', { containers, replicas: 4 });
  expect(hard(chart)).toMatchObject({ 'pods': '10', 'requests.memory': '64Gi', 'requests.cpu': '1' });
  new kplus.HorizontalPodAutoscaler(chart, 'scale', { target: new Deployment(chart, 'api', { containers }), maxReplicas: 4 });
  expect(hard(chart).pods).toBe('20');
  web.addContainer({ name: 'second', image: 'registry.example.com/second:1' });
  expect(hard(chart)['requests.cpu']).toBe('3');
});

test('a quota that is given is exactly that', () => {
  const chart = tenant({ quota: Quota.given({ pods: 10, cpuRequests: kplus.Cpu.units(4), storage: Size.tebibytes(1) }) });
  new DaemonSet(chart, 'agent', { containers });
  expect(hard(chart)).toEqual({ 'pods': '10', 'requests.cpu': '4', 'requests.storage': '1Ti', 'services.loadbalancers': '0', 'services.nodeports': '0' });
});

test('without quota and limits there is a finding each', () => {
  const chart = tenant({ quota: Quota.none(), limits: Limits.none() });
  new Deployment(chart, 'web', { containers });
  expect(rendered(chart).filter(({ kind }) => kind === 'ResourceQuota' || kind === 'LimitRange')).toEqual([]);
  expect(Verifier.of(chart, { mode: Mode.REPORT, complete: true, controls: ['resource-quota-present', 'limit-range-present'] }).report().findings.map(({ control }) => control).sort())
    .toEqual(['limit-range-present', 'resource-quota-present']);
});

describe('limits.cpu', () => {
  test('is there where every container has a CPU limit', () => {
    const chart = tenant();
    WorkloadDefaults.of(chart).set({ cpuLimit: kplus.Cpu.units(1) });
    new Deployment(chart, 'web', { containers, replicas: 1 });
    expect([hard(chart)['limits.cpu'], range(chart)[0].default.cpu, range(chart)[0].max.cpu]).toEqual(['3', '1', '1']);
  });

  test('is not there where one has none, which it would keep from starting; nor is a maximum, which would be a limit', () => {
    const chart = tenant();
    new Deployment(chart, 'web', { containers });
    new ApiObject(chart, 'limited', pod({ limits: { cpu: '1' } }));
    expect([hard(chart)['limits.cpu'], range(chart)[0].default.cpu, range(chart)[0].max.cpu]).toEqual([undefined, undefined, undefined]);
  });
});

test('resources that some container names nowhere are not in the quota where no LimitRange helps', () => {
  const chart = tenant({ limits: Limits.none() });
  new ApiObject(chart, 'silent', pod({ requests: { cpu: '1' } }));
  expect(Object.keys(hard(chart)).filter(key => /^(requests|limits)\.(cpu|memory|ephemeral)/.test(key))).toEqual(['requests.cpu']);
});

test('the containers fit in the LimitRange', () => {
  const chart = tenant({ platform: Platform.generic({ mesh: MeshKind.ISTIO_SIDECAR, meshCniPlugin: true }) });
  new ApiObject(chart, 'large', pod({ limits: { memory: '3Gi' } }));
  // It would be refused with the default limit, which is less than it requests.
  new ApiObject(chart, 'requests', pod({ requests: { memory: '2Gi' } }));
  new ApiObject(chart, 'claim', { apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: { resources: { requests: { storage: '7Gi' } } } } as any);
  expect(range(chart)).toEqual([
    {
      type: 'Container',
      default: { 'memory': '2Gi', 'ephemeral-storage': '128Mi' },
      defaultRequest: { 'cpu': '100m', 'memory': '256Mi', 'ephemeral-storage': '128Mi' },
      max: { 'memory': '3Gi', 'ephemeral-storage': '128Mi' },
    },
    { type: 'PersistentVolumeClaim', max: { storage: '7Gi' } },
  ]);
});

test('bounds that are given replace those that are computed', () => {
  const chart = tenant({ limits: Limits.computed({ maxCpu: kplus.Cpu.units(2), maxMemory: Size.gibibytes(4), maxStorage: Size.gibibytes(50) }) });
  const [container, claim] = range(chart);
  expect([container.max.cpu, container.default.cpu, container.max.memory, claim.max.storage]).toEqual(['2', '2', '4Gi', '50Gi']);
});

test('a load balancer that the tenant has is allowed, and no other', () => {
  const chart = tenant();
  new kplus.Service(chart, 'lb', { type: kplus.ServiceType.LOAD_BALANCER, ports: [{ port: 80 }] });
  expect([hard(chart)['services.loadbalancers'], hard(chart)['services.nodeports']]).toEqual(['1', '1']);
});

test('a RuntimeClass anywhere in the app counts', () => {
  const chart = tenant();
  new ApiObject(chart, 'kata', { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'kata' }, handler: 'kata', overhead: { podFixed: { cpu: '900m' } } } as any);
  new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Pod', spec: { runtimeClassName: 'kata', containers: [{ name: 'c' }] } } as any);
  expect(hard(chart)['requests.cpu']).toBe('2');
});

describe('what must be said is said in one error', () => {
  test('the nodes of a DaemonSet', () => {
    const chart = tenant();
    new DaemonSet(chart, 'agent', { containers });
    expect(() => Testing.synth(chart)).toThrow('shop: the quota cannot be computed, because shop/agent/Resource (DaemonSet) runs on every node: say on how many');
  });

  test('the runs of a CronJob that may overlap', () => {
    const chart = tenant();
    new kplus.CronJob(chart, 'job', { schedule: Cron.daily(), containers, concurrencyPolicy: kplus.ConcurrencyPolicy.ALLOW });
    expect(() => Testing.synth(chart)).toThrow('shop/job/Resource (CronJob) may run several times at once (concurrencyPolicy Allow): say how often at most');
  });

  test.each([['pods', -1], ['headroom', 1.5], ['nodes', NaN], ['concurrentRuns', Infinity]])('%s %p', (option, value) => {
    expect(() => tenant({ quota: Quota.computed({ [option]: value }) })).toThrow(`shop: quota ${option} ${value} is not a count: give a whole number from 0`);
  });
});
