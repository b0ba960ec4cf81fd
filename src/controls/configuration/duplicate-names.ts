import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';

/** Of two objects with one name the later overwrites the earlier, silently. */
export const duplicateNames = new InventoryControl({
  id: 'duplicate-names',
  title: 'Every object has a name of its own',
  recommendation: '8.8',
  severity: Severity.HIGH,
  kinds: [],
  field: 'metadata.name',
  judge: (manifest, inventory) => {
    if (manifest.object.metadata?.name === undefined) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const twins = inventory.named(manifest.groupKind, manifest.namespace, manifest.name).filter(({ judged }) => judged);
    return { outcome: twins.length > 1 ? Outcome.FAILED : Outcome.PASSED, faults: [{ path: ['metadata', 'name'] }] };
  },
  message: 'another object has its kind, namespace and name: one overwrites the other',
  remediation: 'rename one of them',
  references: [],
});
