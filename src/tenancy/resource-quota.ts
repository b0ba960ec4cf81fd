import { checkedCount } from './count';
import { ComputedQuotaOptions, QuotaValues } from './quota';
import { quantityOf } from './typed-quantity';
import { Demand } from '../inventory/demand';
import { COUNTED, Usage } from '../inventory/demand-amounts';
import { Unsaid } from '../inventory/demand-replicas';
import { Quantity } from '../model/quantity';

/** The keys of a ResourceQuota's `spec.hard`, by what it is called in code. */
const KEYS: { readonly [value in keyof QuotaValues]-?: string } = {
  pods: 'pods',
  cpuRequests: 'requests.cpu',
  cpuLimits: 'limits.cpu',
  memoryRequests: 'requests.memory',
  memoryLimits: 'limits.memory',
  ephemeralStorageRequests: 'requests.ephemeral-storage',
  ephemeralStorageLimits: 'limits.ephemeral-storage',
  persistentVolumeClaims: 'persistentvolumeclaims',
  storage: 'requests.storage',
  loadBalancers: 'services.loadbalancers',
  nodePorts: 'services.nodeports',
  jobs: 'count/jobs.batch',
};

const MILLI = Quantity.parse('1m');
const MEBI = Quantity.parse('1Mi');
const UNIT = { 'cpu': MILLI, 'memory': MEBI, 'ephemeral-storage': MEBI } as const;

const WHAT_TO_SAY: { readonly [unsaid in Unsaid]: string } = {
  nodes: 'runs on every node: say on how many, with quota: Quota.computed({ nodes: 3 })',
  concurrentRuns: 'may run several times at once (concurrencyPolicy Allow): say how often at most, with quota: Quota.computed({ concurrentRuns: 2 }), or set concurrencyPolicy to Forbid',
  maximum: 'has no bound on its pods: set its maximum, such as the annotation autoscaling.knative.dev/max-scale, or give quota: Quota.given({ ... })',
  template: 'has its pod template elsewhere, so its pods cannot be counted: write the template in it, or give quota: Quota.given({ ... })',
};

/** Refuses values that no quota can have. */
export function checkQuota(path: string, options: ComputedQuotaOptions = {}): void {
  for (const count of ['pods', 'persistentVolumeClaims', 'loadBalancers', 'nodePorts', 'jobs', 'headroom', 'nodes', 'concurrentRuns'] as const) {
    checkedCount(`${path}: quota ${count}`, options[count]);
  }
}

/** `spec.hard` from what is given. */
export function givenHard(values: QuotaValues): Record<string, string> {
  return Object.fromEntries((Object.keys(KEYS) as (keyof QuotaValues)[]).filter(value => values[value] !== undefined)
    .map(value => [KEYS[value], quantityOf(values[value]!).toString()]));
}

/**
 * `spec.hard` from what the workloads take, with headroom.
 *
 * @param path of the tenant, for errors
 * @param smallest what the room for one more pod is where there is none
 */
export function computedHard(path: string, demand: Demand, smallest: Usage, { headroom = 20 }: ComputedQuotaOptions): Record<string, string> {
  const [unknown] = demand.unknown;
  if (unknown !== undefined) {
    throw new Error(`${path}: the quota cannot be computed, because ${unknown.manifest.origin.constructPath} (${unknown.manifest.object.kind}) ${WHAT_TO_SAY[unknown.missing]}`);
  }
  const roomy = (amount: Quantity, one: Quantity) => amount.percent(100 + headroom).max(amount.plus(one));
  const count = (number: number) => roomy(Quantity.of(number), Quantity.of(1)).roundedUpTo(Quantity.of(1));
  const largest = demand.pods === 0 ? smallest : demand.largestPod;
  const resources = (['requests', 'limits'] as const).flatMap(side => COUNTED.filter(resource => demand.named[side].has(resource)).map(resource =>
    [`${side}.${resource}`, roomy(demand[side][resource] ?? Quantity.ZERO, largest[side][resource] ?? Quantity.ZERO).roundedUpTo(UNIT[resource])] as const));
  const hard: (readonly [string, Quantity])[] = [
    ['pods', count(demand.pods)],
    ...resources,
    ['persistentvolumeclaims', demand.claims === 0 ? Quantity.ZERO : count(demand.claims)],
    ['requests.storage', demand.claims === 0 ? Quantity.ZERO : roomy(demand.storage, demand.largest).roundedUpTo(MEBI)],
    ['services.loadbalancers', Quantity.of(demand.loadBalancers)],
    ['services.nodeports', Quantity.of(demand.nodePorts)],
    ['count/jobs.batch', count(demand.jobs)],
  ];
  return Object.fromEntries(hard.map(([key, quantity]) => [key, quantity.toString()]));
}
