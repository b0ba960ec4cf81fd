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
  judge: ({ object, groupKind, namespace, name }, inventory) => {
    if (object.metadata?.name === undefined) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    if (inventory.named(groupKind, undefined, name).length === 1) {
      return { outcome: Outcome.PASSED };
    }
    const twins = inventory.named(groupKind, namespace, name).filter(({ judged }) => judged);
    // One that names no namespace could be put in that of another.
    const others = inventory.named(groupKind, namespace === '' ? undefined : '', name).filter(({ judged }) => judged);
    const outcome = twins.length > 1 ? Outcome.FAILED : others.length > (namespace === '' ? 1 : 0) ? Outcome.UNDETERMINED : Outcome.PASSED;
    return { outcome, faults: [{ path: ['metadata', 'name'] }] };
  },
  message: 'another object has its kind, namespace and name: one overwrites the other',
  remediation: 'rename one of them',
  references: [],
});
