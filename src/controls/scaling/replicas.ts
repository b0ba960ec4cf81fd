import { autoscalersOf } from './autoscalers';
import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';

/** How many replicas a workload has. */
export interface Replicas {
  readonly least: number;
  readonly most: number;

  /** Whether an autoscaler that is not in the input may decide otherwise: nothing is written. */
  readonly open: boolean;
}

const RANGES: { readonly [groupKind: string]: (spec: JsonObject) => readonly [least: number, most: number] } = {
  'autoscaling/HorizontalPodAutoscaler': ({ minReplicas = 1, maxReplicas = 1 }) => [minReplicas, maxReplicas],
  'keda.sh/ScaledObject': ({ minReplicaCount = 0, maxReplicaCount = 100 }) => [minReplicaCount, maxReplicaCount],
};

/** How many replicas a workload has, by what it says itself or by its autoscalers. */
export function replicasOf(manifest: Manifest, inventory: Inventory): Replicas {
  const ranges = autoscalersOf(manifest, inventory).map(({ groupKind, object }) => RANGES[groupKind](object.spec ?? {}));
  if (ranges.length > 0) {
    return { least: Math.min(...ranges.map(([least]) => least)), most: Math.max(...ranges.map(([, most]) => most)), open: false };
  }
  const written = manifest.object.spec?.replicas;
  return { least: written ?? 1, most: written ?? 1, open: written === undefined && !inventory.complete };
}
