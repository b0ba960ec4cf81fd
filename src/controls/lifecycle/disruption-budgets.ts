import { Inventory } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';

const KIND = 'policy/PodDisruptionBudget';

/** What a budget selects. One without a selector selects nothing. */
export function selectedBy({ namespace, object }: Manifest, inventory: Inventory): readonly Manifest[] {
  return object.spec?.selector === undefined ? [] : inventory.selected(namespace, object.spec.selector);
}

/** The budgets that select the pods of a workload. */
export function budgetsOf(workload: Manifest, inventory: Inventory): readonly Manifest[] {
  return inventory.by('disruption-budget', manifest =>
    manifest.groupKind === KIND ? selectedBy(manifest, inventory).map(keyOf) : undefined).get(keyOf(workload)) ?? [];
}

const keyOf = ({ groupKind, namespace, name }: Manifest) => [groupKind, namespace, name].join('\0');
