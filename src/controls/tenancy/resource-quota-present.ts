import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl } from '../inventory-control';
import { judgeReferences } from '../reference-judgement';

/** Tenants share a cluster fairly only where each has its bounds. */
export const resourceQuotaPresent = new InventoryControl({
  id: 'resource-quota-present',
  title: 'Namespaces have a ResourceQuota',
  recommendation: '12.2',
  severity: Severity.MEDIUM,
  kinds: ['Namespace'],
  field: 'metadata.name',
  judge: (manifest, inventory) => judgeReferences(manifest.name.startsWith('kube-') ? [] : [{
    resolved: inventory.ofKind('ResourceQuota', manifest.name).length > 0,
    fault: { path: ['metadata', 'name'] },
  }], inventory),
  message: 'one tenant can take everything the cluster has',
  remediation: 'add a ResourceQuota to the namespace',
  references: [Nsa.RESOURCE_POLICY],
});
