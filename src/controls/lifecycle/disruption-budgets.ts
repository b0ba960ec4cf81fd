import { Inventory, podLabels, Where } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';
import { Selectors, selectorsIn } from '../../inventory/selectors';

const BUDGETS: Selectors = {
  name: 'disruption-budget',
  groupKind: 'policy/PodDisruptionBudget',
  selectorOf: ({ object }) => object.spec?.selector,
};

/** The workloads that a budget selects. One without a selector selects nothing. */
export function selectedBy({ namespace, object }: Manifest, inventory: Inventory): readonly Manifest[] {
  return object.spec?.selector === undefined ? [] : inventory.selected(namespace, object.spec.selector);
}

/** The budgets in a namespace that select the pods of a workload, each found when it is asked for. */
export function budgetsOf(workload: Manifest, inventory: Inventory, where: Where): Generator<Manifest> {
  return selectorsIn(inventory, where, BUDGETS).matching(podLabels(workload));
}
