import { boundsAllPods } from './resource-quotas';
import { Demand, demandOf } from '../../inventory/demand';
import { amountsOf, both, Counted } from '../../inventory/demand-amounts';
import { Inventory } from '../../inventory/inventory';
import { InjectedSidecar } from '../../model/platform-props';
import { Quantity } from '../../model/quantity';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl, Outcome } from '../inventory-control';
import { boundsOf } from '../resources/limit-ranges';

const requested = (resource: Counted) => ({ requests }: Demand) => requests[resource] ?? Quantity.ZERO;
const limited = (resource: Counted) => ({ limits }: Demand) => limits[resource] ?? Quantity.ZERO;
const number = (count: (demand: Demand) => number) => (demand: Demand) => Quantity.of(count(demand));

/** What each key of a quota bounds. */
const BOUNDED: { readonly [key: string]: (demand: Demand) => Quantity } = {
  'pods': number(({ pods }) => pods),
  'count/pods': number(({ pods }) => pods),
  'cpu': requested('cpu'),
  'memory': requested('memory'),
  'ephemeral-storage': requested('ephemeral-storage'),
  'requests.cpu': requested('cpu'),
  'requests.memory': requested('memory'),
  'requests.ephemeral-storage': requested('ephemeral-storage'),
  'limits.cpu': limited('cpu'),
  'limits.memory': limited('memory'),
  'limits.ephemeral-storage': limited('ephemeral-storage'),
  'persistentvolumeclaims': number(({ claims }) => claims),
  'count/persistentvolumeclaims': number(({ claims }) => claims),
  'requests.storage': ({ storage }) => storage,
  'services.loadbalancers': number(({ loadBalancers }) => loadBalancers),
  'services.nodeports': number(({ nodePorts }) => nodePorts),
  'count/jobs.batch': number(({ jobs }) => jobs),
};

/** What a namespace takes at most. Pods that a workload made are counted with it. */
function demandIn(namespace: string, inventory: Inventory, sidecars: readonly InjectedSidecar[]): Demand {
  return inventory.once('demand', namespace, () => {
    const { defaults } = boundsOf(namespace, inventory);
    const manifests = inventory.by('namespace', manifest => manifest.namespace).get(namespace)!
      .filter(({ object }) => object.metadata?.ownerReferences === undefined);
    return demandOf(manifests, { defaults: both(side => amountsOf(defaults[side])), sidecars, cluster: inventory.ofKind('node.k8s.io/RuntimeClass') });
  });
}

/**
 * A quota that is too small stops a rollout or an autoscaler halfway. It must hold all workloads while each is being rolled, with every autoscaler at
 * its maximum. Containers that the cluster adds, such as the proxies of a mesh, are not in the input: they count as far as the platform or the parameter
 * says them.
 */
export const quotaSufficient = new InventoryControl({
  id: 'quota-sufficient',
  title: 'Quotas hold what the workloads of the namespace take at most',
  recommendation: '12.2',
  severity: Severity.MEDIUM,
  kinds: ['ResourceQuota'],
  field: 'spec.hard',
  judge: (manifest, inventory, _target, { sidecars }) => {
    const hard: [string, unknown][] = Object.entries(manifest.object.spec?.hard ?? {}).filter(([key]) => BOUNDED[key] !== undefined);
    if (hard.length === 0 || !boundsAllPods(manifest)) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const demand = demandIn(manifest.namespace, inventory, sidecars);
    const faults = hard.filter(([key, bound]) => BOUNDED[key](demand).compareWith(Quantity.parse(bound)) > 0).map(([key, bound]) => ({
      path: ['spec', 'hard', key],
      message: `it allows ${bound} ${key}, and what is in its namespace takes up to ${BOUNDED[key](demand)}, with rollouts and autoscalers at their maximum`,
    }));
    const open = demand.unknown.length > 0 || !inventory.complete;
    return { outcome: faults.length > 0 ? Outcome.FAILED : open ? Outcome.UNDETERMINED : Outcome.PASSED, faults };
  },
  parameters: { sidecars: [] },
  message: 'what is in its namespace takes more than it allows, with rollouts and autoscalers at their maximum',
  remediation: 'raise it, or lower replicas, maxReplicas, maxSurge or the resources of the containers',
  references: [Nsa.RESOURCE_POLICY],
});
