import { Fault, Judgement, Outcome } from './inventory-control';
import { Inventory } from '../inventory/inventory';
import { Manifest } from '../inventory/manifest';

/** A reference from one object to another, or to something the other holds. */
export interface Reference {
  readonly fault: Fault;
  readonly resolved: boolean;
}

/** What follows from an object's references: those that lead nowhere are faults where the input is complete, and open where it is not. */
export function judgeReferences(references: readonly Reference[], inventory: Inventory): Judgement {
  if (references.length === 0) {
    return { outcome: Outcome.NOT_APPLICABLE };
  }
  const faults = references.filter(({ resolved }) => !resolved).map(({ fault }) => fault);
  if (faults.length === 0) {
    return { outcome: Outcome.PASSED };
  }
  return inventory.complete ? { outcome: Outcome.FAILED, faults } : { outcome: Outcome.UNDETERMINED };
}

/** A reference by name in the same namespace. */
export function named({ namespace }: Manifest, inventory: Inventory, groupKind: string, name: string, path: Fault['path']): Reference {
  const where = namespace === '' ? '' : ` in namespace ${namespace}`;
  return {
    resolved: inventory.find(groupKind, namespace, name) !== undefined,
    fault: { path, message: `it refers to ${groupKind.split('/').pop()} "${name}", which is not there${where}` },
  };
}
