import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { containersOf } from '../../model/pod-template';
import { Fault } from '../inventory-control';
import { absentFrom, lookUp, Reference, Resolution, unlessOfCluster } from '../reference-judgement';

type Path = Fault['path'];

/** A place in a pod that names a ConfigMap or a Secret, and the keys it needs from it. */
interface Use { readonly name: unknown; readonly keys: readonly string[]; readonly optional?: boolean; readonly path: Path }

/** How pods write references to an object that holds data. */
export interface DataKind {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly environment: string;
  readonly allOfIt: string;
  readonly volume: string;
  readonly volumeName: string;

  /** Whether something that is no such object provides one of this name. */
  readonly provided: (inventory: Inventory, where: string | undefined, name: string) => boolean;
}

/** Every reference of a workload's pods to objects of a kind. What is optional may be missing, and asks nothing. */
export function dataReferences(manifest: Manifest, inventory: Inventory, data: DataKind): readonly Reference[] {
  const { pod } = manifest;
  if (pod === undefined) {
    return [];
  }
  const spec = pod.template.spec as JsonObject;
  const uses = [...containersOf(spec)].flatMap(({ list, index, container }) => ofContainer(container, data, [...pod.path, 'spec', list, index]));
  uses.push(...ofVolumes(spec.volumes ?? [], data, [...pod.path, 'spec', 'volumes']));
  return uses.filter(({ name, optional }) => typeof name === 'string' && optional !== true).map(use => resolve(use, manifest, inventory, data));
}

function ofContainer({ env = [], envFrom = [] }: JsonObject, { environment, allOfIt }: DataKind, path: Path): Use[] {
  return [
    ...env.flatMap(({ valueFrom }: JsonObject, index: number) => valueFrom?.[environment] === undefined ? []
      : [{ ...valueFrom[environment], keys: [valueFrom[environment].key], path: [...path, 'env', index, 'valueFrom', environment] }]),
    ...envFrom.flatMap((source: JsonObject, index: number) => source[allOfIt] === undefined ? []
      : [{ ...source[allOfIt], keys: [], path: [...path, 'envFrom', index, allOfIt] }]),
  ];
}

function ofVolumes(volumes: readonly JsonObject[], { volume: field, volumeName }: DataKind, path: Path): Use[] {
  const use = (source: JsonObject, name: string, at: Path): Use =>
    ({ name: source[name], optional: source.optional, keys: (source.items ?? []).map(({ key }: JsonObject) => key), path: at });
  return volumes.flatMap((volume, index) => [
    ...volume[field] === undefined ? [] : [use(volume[field], volumeName, [...path, index, field])],
    ...(volume.projected?.sources ?? []).flatMap((source: JsonObject, position: number) => source[field] === undefined ? []
      : [use(source[field], 'name', [...path, index, 'projected', 'sources', position, field])]),
  ]);
}

function resolve({ name, keys, path }: Use, { namespace }: Manifest, inventory: Inventory, { kind, provided }: DataKind): Reference {
  const target = inventory.find(kind, namespace, name as string);
  const held = Object.keys({ ...target?.object.data, ...target?.object.binaryData, ...target?.object.stringData });
  const lacking = keys.find(key => !held.includes(key));
  if (target === undefined || lacking === undefined) {
    const resolution = lookUp(namespace, where =>
      inventory.find(kind, where, name as string) !== undefined || provided(inventory, where, name as string));
    return { resolution: unlessOfCluster(resolution, namespace), fault: { path, message: `it refers to ${kind} "${name}", ${absentFrom(namespace)}` } };
  }
  // An empty one is filled in by a program, such as a token or the certificates to trust.
  return {
    resolution: held.length === 0 ? Resolution.OPEN : Resolution.BROKEN,
    fault: { path, message: `it refers to ${kind} "${name}", which has no key "${lacking}"` },
  };
}
