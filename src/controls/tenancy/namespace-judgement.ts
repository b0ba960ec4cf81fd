import { Inventory, Where } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';
import { Judgement, Outcome } from '../inventory-control';
import { judgeReferences, lookUp } from '../reference-judgement';

const NOT_APPLICABLE: Judgement = { outcome: Outcome.NOT_APPLICABLE };

/**
 * Judges each namespace once: on its Namespace, or on its first workload where no Namespace is judged. One in which nothing runs needs no bounds,
 * and those of the cluster itself (`kube-`) are not a tenant's.
 */
export function judgeNamespace(manifest: Manifest, inventory: Inventory, isBounded: (where: Where) => boolean): Judgement {
  const isNamespace = manifest.groupKind === 'Namespace';
  const namespace = isNamespace ? manifest.name : manifest.namespace;
  const speaks = isNamespace ? !inventory.complete || [namespace, ''].some(where => inventory.workloads(where).length > 0)
    : manifest.pod !== undefined && inventory.find('Namespace', '', namespace)?.judged !== true
      && inventory.workloads(namespace).find(({ judged }) => judged) === manifest;
  return !speaks || namespace.startsWith('kube-') ? NOT_APPLICABLE : judgeReferences([{
    resolution: lookUp(namespace, isBounded),
    fault: { path: ['metadata', isNamespace ? 'name' : 'namespace'] },
  }], inventory);
}
