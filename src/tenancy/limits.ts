import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';

/** Bounds of a tenant's containers and volumes. What is left out is computed. */
export interface LimitsProps {
  /**
   * CPU that a container may use at most (`max.cpu`). From then on every container must have a CPU limit, and gets this one where it names none.
   *
   * @default - none, unless `WorkloadDefaults` has a `cpuLimit`: then that of the container with the most
   */
  readonly maxCpu?: Cpu;

  /**
   * Memory that a container may use at most (`max.memory`).
   *
   * @default - that of the container with the most
   */
  readonly maxMemory?: Size;

  /**
   * Disk that a container may use at most, outside of volumes (`max.ephemeral-storage`).
   *
   * @default - that of the container with the most
   */
  readonly maxEphemeralStorage?: Size;

  /**
   * The largest volume that may be claimed (`max.storage` of PersistentVolumeClaims).
   *
   * @default - that of the largest claim; where there is none, the quota allows none
   */
  readonly maxStorage?: Size;
}

/**
 * The bounds of single containers and volumes in a tenant (LimitRange, part 12.2). What a container does not say is filled in by the API server from
 * `WorkloadDefaults` of the tenant.
 */
export class Limits {
  /** Bounds that the tenant's own workloads fit in, as they are when the app is synthesized. What is given replaces what is computed. */
  public static computed(props: LimitsProps = {}): Limits {
    return new Limits(props);
  }

  /** No LimitRange. The verifier finds it: `limit-range-present`. */
  public static none(): Limits {
    return new Limits(undefined);
  }

  /**
   * What was given; nothing where there is no LimitRange.
   *
   * @internal
   */
  public readonly _props?: LimitsProps;

  private constructor(props: LimitsProps | undefined) {
    this._props = props;
  }
}
