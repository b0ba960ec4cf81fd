import { Workload } from './endpoint';
import { PROTOCOLS } from './port-set';
import { podLabels } from '../inventory/inventory';
import { JsonObject, Manifest } from '../inventory/manifest';
import { containersOf } from '../model/pod-template';

/** Where a manifest says no namespace, this one is meant. */
const DEFAULT = 'default';

/** The label that every namespace has. */
const NAME_OF_NAMESPACE = 'kubernetes.io/metadata.name';

export const namespaceOf = ({ namespace }: Manifest) => namespace === '' ? DEFAULT : namespace;

/** The workloads among manifests. Pods of one owner are one workload, unless the owner is there itself. */
export function workloadsOf(manifests: readonly Manifest[]): Workload[] {
  const labels = new Map(manifests.filter(({ groupKind }) => groupKind === 'Namespace').map(({ name, object }) => [name, object.metadata?.labels]));
  const found = new Map<string, Workload>();
  for (const manifest of manifests) {
    const { pod } = manifest;
    if (pod !== undefined) {
      const namespace = namespaceOf(manifest);
      const { kind, name } = ownerOf(manifest);
      const id = `${namespace}/${name}[${kind}]`;
      const own = { [NAME_OF_NAMESPACE]: namespace, ...labels.get(namespace) };
      found.set(id, found.get(id) ?? { id, namespace, labels: podLabels(manifest), namespaceLabels: own, ports: portsOf(pod.template.spec) });
    }
  }
  return [...found.values()];
}

/** A node owns the pods that stand in its files, and makes none. */
function ownerOf({ kind, name, object }: Manifest): { readonly kind: string; readonly name: string } {
  const owner: JsonObject | undefined = object.metadata?.ownerReferences?.[0];
  return owner === undefined || owner.kind === 'Node' ? { kind, name } : { kind: owner.kind ?? kind, name: owner.name };
}

function portsOf(podSpec: JsonObject): Workload['ports'] {
  return containersOf(podSpec).flatMap(({ container }) => ((container as JsonObject).ports ?? []) as readonly JsonObject[])
    .map(({ name, containerPort, protocol = 'TCP' }) => ({ name, port: containerPort, protocol }))
    .filter(({ port, protocol }) => typeof port === 'number' && PROTOCOLS.includes(protocol));
}
