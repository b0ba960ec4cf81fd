import { ApiObject } from 'cdk8s';
import fc from 'fast-check';
import { only, tenant } from './tenants';
import { Platform, Quota } from '../../src';

/** A container of the simulation: millicores and mebibytes. */
interface Container { readonly cpu: number; readonly memory: number; readonly memoryLimit: number; readonly says: boolean }
interface Pod {
  readonly containers: readonly Container[];
  readonly inits: readonly (Container & { readonly stays: boolean })[];
  readonly overhead: number;
}
interface Workload {
  readonly kind: string;
  readonly pod: Pod;
  readonly replicas: number;
  readonly surge: number | string;
  readonly most?: number;
  readonly claim: number;
}

const NODES = 3;
const SIDECAR: Container = { cpu: 100, memory: 128, memoryLimit: 1024, says: true };
/** What the LimitRange gives who says nothing, after WorkloadDefaults. */
const SILENT = { cpu: 100, memory: 256, memoryLimit: 256, says: false };

const amount = fc.integer({ min: 1, max: 4000 });
const container = fc.record({ cpu: amount, memory: amount, more: fc.nat(2000), says: fc.boolean() })
  .map(({ more, says, ...own }): Container => says ? { ...own, memoryLimit: own.memory + more, says } : SILENT);
const pod = fc.record({
  containers: fc.array(container, { minLength: 1, maxLength: 3 }),
  inits: fc.array(fc.tuple(container, fc.boolean()).map(([own, stays]) => ({ ...own, stays })), { maxLength: 3 }),
  overhead: fc.constantFrom(0, 0, 250),
});
const workload = fc.record({
  kind: fc.constantFrom('Deployment', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'),
  pod,
  replicas: fc.integer({ min: 1, max: 12 }),
  surge: fc.oneof(fc.nat(5), fc.integer({ min: 1, max: 100 }).map(percent => `${percent}%`)),
  most: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  claim: fc.integer({ min: 1, max: 100 }),
});

const resources = ({ cpu, memory, memoryLimit, says }: Container) =>
  says ? { resources: { requests: { cpu: `${cpu}m`, memory: `${memory}Mi` }, limits: { memory: `${memoryLimit}Mi` } } } : {};

function podTemplate({ containers, inits, overhead }: Pod) {
  return {
    spec: {
      containers: containers.map((own, index) => ({ name: `c${index}`, image: 'c', ...resources(own) })),
      initContainers: inits.map((own, index) => ({ name: `i${index}`, image: 'i', ...resources(own), ...own.stays ? { restartPolicy: 'Always' } : {} })),
      ...overhead > 0 ? { overhead: { cpu: `${overhead}m` } } : {},
    },
  };
}

const SPEC: { readonly [kind: string]: (workload: Workload) => object } = {
  Deployment: ({ pod: own, replicas, surge }) => ({ replicas, strategy: { rollingUpdate: { maxSurge: surge } }, template: podTemplate(own) }),
  StatefulSet: ({ pod: own, replicas, claim }) =>
    ({ replicas, template: podTemplate(own), volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { resources: { requests: { storage: `${claim}Gi` } } } }] }),
  DaemonSet: ({ pod: own }) => ({ template: podTemplate(own) }),
  Job: ({ pod: own, replicas }) => ({ parallelism: replicas, template: podTemplate(own) }),
  CronJob: ({ pod: own }) => ({ concurrencyPolicy: 'Forbid', jobTemplate: { spec: { template: podTemplate(own) } } }),
};

/** The pods that stand there when everything is at its most, one by one. */
function* podsOf({ kind, pod: own, replicas, surge, most }: Workload): Generator<Pod> {
  const steady = kind === 'DaemonSet' ? NODES : kind === 'CronJob' ? 1 : kind === 'Job' ? replicas : Math.max(replicas, most ?? 0);
  for (let index = 0; index < steady; index++) {
    yield own;
  }
  // While it is rolled: pods are added as long as the share allows one more, at least in part.
  const percent = typeof surge === 'string' ? parseInt(surge, 10) : undefined;
  for (let index = 0; kind === 'Deployment' && (percent === undefined ? index < (surge as number) : index * 100 < percent * steady); index++) {
    yield own;
  }
}

/** Plays a pod's life: who runs beside whom, moment by moment, and the most that they take together. */
function peak({ containers, inits, overhead }: Pod, sidecar: boolean, of: (container: Container) => number, isCpuRequest = false): number {
  const staying: Container[] = sidecar ? [SIDECAR] : [];
  const moments: Container[][] = [[...staying]];
  for (const init of inits) {
    moments.push([...staying, init]);
    if (init.stays) {
      staying.push(init);
    }
  }
  moments.push([...staying, ...containers]);
  return Math.max(...moments.map(running => running.reduce((sum, each) => sum + of(each), 0))) + (isCpuRequest ? overhead : 0);
}

interface Resource {
  readonly key: string;
  readonly of: (own: Pod, sidecar: boolean) => number;
  readonly unit: (quantity: string) => number;
}
/** What a quota counts. No container here requests memory without a limit, so that silent ones get the LimitRange's plain defaults. */
const RESOURCES: readonly Resource[] = [
  { key: 'pods', of: () => 1, unit: Number },
  { key: 'requests.cpu', of: (own, sidecar) => peak(own, sidecar, ({ cpu }) => cpu, true), unit: milli },
  { key: 'requests.memory', of: (own, sidecar) => peak(own, sidecar, ({ memory }) => memory), unit: mebi },
  { key: 'limits.memory', of: (own, sidecar) => peak(own, sidecar, ({ memoryLimit }) => memoryLimit), unit: mebi },
  { key: 'requests.ephemeral-storage', of: (own, sidecar) => peak(own, sidecar, () => 128), unit: mebi },
];

function milli(quantity: string): number {
  return quantity.endsWith('m') ? parseInt(quantity, 10) : Number(quantity) * 1000;
}

function mebi(quantity: string): number {
  const factor = { Mi: 1, Gi: 1024, Ti: 1024 * 1024 }[quantity.slice(-2)];
  return quantity === '0' ? 0 : parseInt(quantity, 10) * factor!;
}

test('random tenants never outgrow their quota, and it leaves no more room than it says', () => {
  fc.assert(fc.property(fc.array(workload, { maxLength: 6 }), fc.boolean(), fc.integer({ min: 0, max: 100 }), (workloads, sidecar, headroom) => {
    const sidecars = sidecar ? [{ name: 'proxy', cpuRequest: '100m', memoryRequest: '128Mi', memoryLimit: '1Gi' }] : [];
    const chart = tenant({ platform: Platform.generic({ sidecars }), quota: Quota.computed({ nodes: NODES, headroom }) });
    workloads.forEach((each, index) => {
      new ApiObject(chart, `w${index}`, { apiVersion: each.kind.endsWith('Job') ? 'batch/v1' : 'apps/v1', kind: each.kind, spec: SPEC[each.kind](each) } as any);
      if (each.most !== undefined && (each.kind === 'Deployment' || each.kind === 'StatefulSet')) {
        new ApiObject(chart, `scale${index}`, {
          apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', spec: { maxReplicas: each.most, scaleTargetRef: { apiVersion: 'apps/v1', kind: each.kind, name: `w${index}` } },
        } as any);
      }
    });
    const { hard } = only(chart, 'ResourceQuota').spec;
    const pods = workloads.flatMap(each => [...podsOf(each)]);
    for (const { key, of, unit } of RESOURCES) {
      const taken = pods.map(own => of(own, sidecar)).reduce((a, b) => a + b, 0);
      const one = pods.length === 0 ? SILENT_POD[key] : Math.max(...pods.map(own => of(own, sidecar)));
      const allowed = unit(hard[key]);
      expect([key, allowed >= taken + one]).toEqual([key, true]);
      expect([key, allowed < Math.max(taken * (100 + headroom) / 100, taken + one) + 1.000001]).toEqual([key, true]);
    }
    const claims = workloads.filter(({ kind }) => kind === 'StatefulSet').flatMap(each => [...podsOf(each)].map(() => each.claim));
    const stored = claims.reduce((a, b) => a + b, 0) * 1024;
    const [count, storage] = [Number(hard.persistentvolumeclaims), mebi(hard['requests.storage'])];
    if (claims.length === 0) {
      expect([count, storage]).toEqual([0, 0]);
    } else {
      const largest = Math.max(...claims) * 1024;
      expect([count >= claims.length + 1, storage >= stored + largest]).toEqual([true, true]);
      expect(storage).toBeLessThan(Math.max(stored * (100 + headroom) / 100, stored + largest) + 1.000001);
      expect(count).toBeLessThan(Math.max(claims.length * (100 + headroom) / 100, claims.length + 1) + 1);
    }
  }), { numRuns: 200 });
});

/** The room for one pod in a tenant that has none. */
const SILENT_POD: { readonly [key: string]: number } = {
  'pods': 1, 'requests.cpu': 100, 'requests.memory': 256, 'limits.memory': 256, 'requests.ephemeral-storage': 128,
};
