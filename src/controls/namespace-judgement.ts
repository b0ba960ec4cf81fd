import { Judgement, Outcome } from './inventory-control';
import { described, judgeReferences, Sight, sightIn } from './reference-judgement';
import { Inventory } from '../inventory/inventory';
import { Manifest } from '../inventory/manifest';

/**
 * Judges a Namespace by what should be in it. One without workloads in the input needs nothing, and those of Kubernetes itself (`kube-*`) are not ours.
 */
export function judgeNamespace({ name }: Manifest, inventory: Inventory, what: string, isIn: (namespace: string) => boolean): Judgement {
  if (name.startsWith('kube-') || inventory.workloads(name).length === 0) {
    return { outcome: Outcome.NOT_APPLICABLE };
  }
  return judgeReferences([{ path: ['metadata', 'name'], sight: sightIn(name, inventory, isIn), message: `${described(name)} has ${what}` }], inventory);
}
