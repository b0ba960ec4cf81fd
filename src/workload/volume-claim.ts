import { Size } from 'cdk8s';

/** A volume that each pod of a StatefulSet has for itself, and keeps (`volumeClaimTemplates`). */
export interface VolumeClaim {
  /** Name of the volume: a DNS label. */
  readonly name: string;

  /** How much it holds. */
  readonly size: Size;

  /**
   * Where the first container mounts it.
   *
   * @default - nowhere: mount what `StatefulSet.claim` returns
   */
  readonly mountPath?: string;

  /**
   * The StorageClass.
   *
   * @default - the default class of the cluster
   */
  readonly storageClassName?: string;

  /**
   * Who may mount it.
   *
   * @default ['ReadWriteOncePod'] - one pod, so that no second one writes beside it
   */
  readonly accessModes?: string[];
}
