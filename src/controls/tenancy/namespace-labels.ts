import { Inventory } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';
import { TENANCY_LABELS } from '../../model/tenancy-labels';

/** The labels of tenancy. */
export const TENANCY: readonly string[] = Object.values(TENANCY_LABELS);

/** What the namespace of an object says of its tenancy, or nothing where the namespace is not in the input or says nothing. */
export function namespaceLabels({ namespace }: Manifest, inventory: Inventory): { readonly [label: string]: string } | undefined {
  const labels = namespace === '' ? undefined : inventory.find('Namespace', '', namespace)?.object.metadata?.labels;
  return labels === undefined || TENANCY.every(label => labels[label] === undefined) ? undefined : labels;
}
