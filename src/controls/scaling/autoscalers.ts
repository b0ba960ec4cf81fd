import { Inventory } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';
import { groupKindOf } from '../../model/scope-of-kinds';

/** The kinds that scale others. */
export const AUTOSCALERS = ['autoscaling/HorizontalPodAutoscaler', 'keda.sh/ScaledObject'];

/** Whom an autoscaler scales. A ScaledObject scales a Deployment unless it says otherwise. */
function targetOf({ object, namespace }: Manifest): string {
  const { apiVersion = 'apps/v1', kind = 'Deployment', name = '' } = object.spec?.scaleTargetRef ?? {};
  return keyOf(namespace, groupKindOf(apiVersion, kind), name);
}

const keyOf = (...parts: readonly string[]) => parts.join('\0');

const byTarget = (inventory: Inventory) =>
  inventory.by('scale-target', manifest => AUTOSCALERS.includes(manifest.groupKind) ? targetOf(manifest) : undefined);

/** The autoscalers of a workload. */
export function autoscalersOf({ namespace, groupKind, name }: Manifest, inventory: Inventory): readonly Manifest[] {
  return byTarget(inventory).get(keyOf(namespace, groupKind, name)) ?? [];
}

/** The autoscalers that scale what this one scales, itself among them. */
export function rivalsOf(autoscaler: Manifest, inventory: Inventory): readonly Manifest[] {
  return byTarget(inventory).get(targetOf(autoscaler))!;
}
