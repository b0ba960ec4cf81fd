import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl } from '../inventory-control';
import { judgeReferences } from '../reference-judgement';

/** Tenants share a cluster fairly only where each has its bounds. */
export const limitRangePresent = new InventoryControl({
  id: 'limit-range-present',
  title: 'Namespaces have a LimitRange',
  recommendation: '12.2',
  severity: Severity.LOW,
  kinds: ['Namespace'],
  field: 'metadata.name',
  judge: (manifest, inventory) => judgeReferences(manifest.name.startsWith('kube-') ? [] : [{
    resolved: inventory.ofKind('LimitRange', manifest.name).length > 0,
    fault: { path: ['metadata', 'name'] },
  }], inventory),
  message: 'a container that says nothing gets no limit',
  remediation: 'add a LimitRange to the namespace',
  references: [Nsa.RESOURCE_POLICY],
});
