import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl } from '../inventory-control';
import { judgeNamespace } from './namespace-judgement';

/** Tenants share a cluster fairly only where each has its bounds. */
export const limitRangePresent = new InventoryControl({
  id: 'limit-range-present',
  title: 'Namespaces have a LimitRange',
  recommendation: '12.2',
  severity: Severity.LOW,
  kinds: [],
  field: 'metadata.namespace',
  judge: (manifest, inventory) => judgeNamespace(manifest, inventory, where => inventory.ofKind('LimitRange', where).some(limitsContainers)),
  message: 'no LimitRange bounds the containers of the namespace: one that says nothing gets no limit',
  remediation: 'add a LimitRange of type Container with default or max to the namespace',
  references: [Nsa.RESOURCE_POLICY],
});

/** A container without a limit gets `default`, or `max` where that is not written; `max` of a pod refuses containers without one. */
function limitsContainers({ object }: Manifest): boolean {
  const limits: readonly JsonObject[] = object.spec?.limits ?? [];
  return limits.some(({ type, default: limit, max }) => type === 'Container' && (limit ?? max) !== undefined || type === 'Pod' && max !== undefined);
}
