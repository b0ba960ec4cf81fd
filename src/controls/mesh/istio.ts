import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Judgement, Outcome } from '../inventory-control';
import { judgeReferences, Resolution } from '../reference-judgement';

/** What stands here is for the whole mesh. */
const ROOT_NAMESPACE = 'istio-system';

/** Whether a namespace is part of an Istio mesh, with sidecars or without. */
export function inIstio({ object }: Manifest): boolean {
  const labels = object.metadata?.labels ?? {};
  return labels['istio.io/dataplane-mode'] === 'ambient' || labels['istio-injection'] === 'enabled' || labels['istio.io/rev'] !== undefined;
}

/** Judges a namespace by whether a policy of a kind, its own or one of the mesh, is there for all its workloads. */
export function judgeNamespaceOfMesh(manifest: Manifest, inventory: Inventory, groupKind: string, serves: (spec: JsonObject) => boolean): Judgement {
  if (!inIstio(manifest)) {
    return { outcome: Outcome.NOT_APPLICABLE };
  }
  const found = isForNamespace(manifest.name, inventory, groupKind, serves);
  return judgeReferences([{ resolution: found ? Resolution.FOUND : Resolution.MISSING, fault: { path: ['metadata', 'name'] } }], inventory);
}

/** Whether an object of a kind, in the namespace or for the whole mesh, is for all workloads of a namespace and serves. */
export function isForNamespace(name: string, inventory: Inventory, groupKind: string, serves: (spec: JsonObject) => boolean): boolean {
  return [name, ROOT_NAMESPACE].some(namespace => inventory.ofKind(groupKind, namespace)
    .some(({ object: { spec = {} } }) => isForAll(spec) && serves(spec)));
}

function isForAll({ selector, targetRef, targetRefs }: JsonObject): boolean {
  return Object.keys(selector?.matchLabels ?? {}).length === 0 && targetRef === undefined && targetRefs === undefined;
}
