import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Fault } from '../inventory-control';
import { replicasOf } from '../scaling/replicas';

/** A workload that mounts a claim, and how it calls the volume. */
export interface Mount { readonly workload: Manifest; readonly volume: string }

/** A PersistentVolumeClaim, or the template of a StatefulSet's. */
export interface Claim {
  readonly namespace: string;
  readonly labels: { readonly [label: string]: string };
  readonly annotations: { readonly [annotation: string]: string };

  /** How many there are of a template, and the name of each. */
  readonly count: number;
  readonly nameOf: (index: number) => string;
  readonly mounts: readonly Mount[];

  /** The template's name, and the StatefulSet's own annotations. */
  readonly template?: { readonly name: string; readonly annotations: { readonly [annotation: string]: string } };
  readonly path: Fault['path'];
}

/** The claims that a manifest is or makes. */
export function claimsOf(manifest: Manifest, inventory: Inventory): Claim[] {
  const { groupKind, namespace, name, object } = manifest;
  const { labels = {}, annotations = {} } = object.metadata ?? {};
  if (groupKind === 'PersistentVolumeClaim') {
    const mounts = mountsIn(inventory).get(key(namespace, name)) ?? [];
    return [{ namespace, labels, annotations, count: 1, nameOf: () => name, mounts: mounts.flatMap(workload => volumesOf(workload, name)), path: ['metadata', 'name'] }];
  }
  const { ordinals, selector, volumeClaimTemplates = [] } = object.spec ?? {};
  return groupKind !== 'apps/StatefulSet' ? [] : volumeClaimTemplates.map(({ metadata }: JsonObject, index: number): Claim => ({
    namespace,
    // The controller adds the labels by which the StatefulSet selects.
    labels: { ...metadata?.labels, ...selector?.matchLabels },
    annotations: metadata?.annotations ?? {},
    count: replicasOf(manifest, inventory).least,
    nameOf: replica => `${metadata?.name}-${name}-${(ordinals?.start ?? 0) + replica}`,
    mounts: [{ workload: manifest, volume: metadata?.name }],
    template: { name: metadata?.name, annotations },
    path: ['spec', 'volumeClaimTemplates', index],
  }));
}

const key = (namespace: string, name: string) => `${namespace}\0${name}`;

function mountsIn(inventory: Inventory) {
  return inventory.by('mounted-claim', workload =>
    [...new Set(claimVolumes(workload).map(({ persistentVolumeClaim: { claimName } }) => key(workload.namespace, claimName)))]);
}

function volumesOf(workload: Manifest, claim: string): Mount[] {
  return claimVolumes(workload).filter(({ persistentVolumeClaim: { claimName } }) => claimName === claim)
    .map(({ name }) => ({ workload, volume: name }));
}

function claimVolumes({ pod }: Manifest): JsonObject[] {
  return (pod?.template.spec.volumes as JsonObject[] ?? []).filter(({ persistentVolumeClaim }) => persistentVolumeClaim !== undefined);
}
