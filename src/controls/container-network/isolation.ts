import { Inventory, podLabels } from '../../inventory/inventory';
import { matchesLabels } from '../../inventory/label-selector';
import { JsonObject, Manifest } from '../../inventory/manifest';

/** Whether a NetworkPolicy of its namespace isolates a workload in a direction. */
export function isolated(workload: Manifest, inventory: Inventory, direction: 'Ingress' | 'Egress'): boolean {
  return inventory.ofKind('networking.k8s.io/NetworkPolicy', workload.namespace)
    .some(({ object: { spec } }) => directions(spec).includes(direction) && matchesLabels(spec?.podSelector ?? {}, podLabels(workload)));
}

/** As the API server fills it in: Ingress always, Egress where there are egress rules. */
function directions(spec: JsonObject | undefined): readonly string[] {
  return spec?.policyTypes ?? ['Ingress', ...spec?.egress === undefined ? [] : ['Egress']];
}
