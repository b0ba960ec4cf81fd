import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';

/** How much a tenant may take. */
export interface QuotaValues {
  /**
   * Pods that have not finished (`pods`).
   * @default - computed, or no bound with `Quota.given`
   */
  readonly pods?: number;

  /**
   * CPU requested by all pods together (`requests.cpu`).
   * @default - computed, or no bound with `Quota.given`
   */
  readonly cpuRequests?: Cpu;

  /**
   * CPU that all pods together may use (`limits.cpu`). The API server then refuses every pod with a container that has no CPU limit.
   * @default - computed where every container has a CPU limit, else no bound
   */
  readonly cpuLimits?: Cpu;

  /**
   * Memory requested by all pods together (`requests.memory`).
   * @default - computed, or no bound with `Quota.given`
   */
  readonly memoryRequests?: Size;

  /**
   * Memory that all pods together may use (`limits.memory`).
   * @default - computed, or no bound with `Quota.given`
   */
  readonly memoryLimits?: Size;

  /**
   * Disk requested by all pods together, outside of volumes (`requests.ephemeral-storage`).
   * @default - computed, or no bound with `Quota.given`
   */
  readonly ephemeralStorageRequests?: Size;

  /**
   * Disk that all pods together may use, outside of volumes (`limits.ephemeral-storage`).
   * @default - computed, or no bound with `Quota.given`
   */
  readonly ephemeralStorageLimits?: Size;

  /**
   * Volumes (`persistentvolumeclaims`).
   * @default - computed, or no bound with `Quota.given`
   */
  readonly persistentVolumeClaims?: number;

  /**
   * Storage of all volumes together (`requests.storage`).
   * @default - computed, or no bound with `Quota.given`
   */
  readonly storage?: Size;

  /**
   * Services of type LoadBalancer (`services.loadbalancers`).
   * @default - those that the tenant has, or 0 with `Quota.given`
   */
  readonly loadBalancers?: number;

  /**
   * Ports that Services take on every node (`services.nodeports`).
   * @default - those that the tenant has, or 0 with `Quota.given`
   */
  readonly nodePorts?: number;

  /**
   * Jobs that run or are kept (`count/jobs.batch`), so that a CronJob gone wrong does not fill the cluster.
   * @default - computed, or no bound with `Quota.given`
   */
  readonly jobs?: number;
}

/** How a quota is computed. A value that is given replaces the computed one. */
export interface ComputedQuotaOptions extends QuotaValues {
  /**
   * Room beyond what the workloads take at most, in percent; at least one more of the largest pods, and of the largest volumes where there are any.
   *
   * @default 20
   */
  readonly headroom?: number;

  /**
   * On how many nodes a DaemonSet of the tenant runs at most.
   *
   * @default - not known: a DaemonSet is then an error
   */
  readonly nodes?: number;

  /**
   * How many runs there are at most at once of a CronJob whose `concurrencyPolicy` is Allow, which is what Kubernetes takes where none is written.
   *
   * @default - not known: such a CronJob is then an error
   */
  readonly concurrentRuns?: number;
}

/** How much a tenant may take of the cluster (ResourceQuota, part 12.2). */
export class Quota {
  /**
   * What the tenant's own workloads take at most, as they are when the app is synthesized, and some room: every autoscaler at its maximum, every
   * workload being rolled, init containers as Kubernetes counts them, sidecars that the platform injects, parallel Jobs, claims of StatefulSets.
   *
   * Pods that are being stopped count until they are gone. A roll-out that outruns them waits for them.
   *
   * `limits.cpu` is there only where every container has a CPU limit: with it, the API server refuses every pod that lacks one.
   */
  public static computed(options: ComputedQuotaOptions = {}): Quota {
    return new Quota(options, true);
  }

  /** Exactly this. Load balancers and ports of nodes are none unless they are given. */
  public static given(values: QuotaValues): Quota {
    return new Quota(values, false);
  }

  /** No ResourceQuota. The verifier finds it: `resource-quota-present`. */
  public static none(): Quota {
    return new Quota(undefined, false);
  }

  /**
   * What was given; nothing where there is no quota.
   *
   * @internal
   */
  public readonly _options?: ComputedQuotaOptions;

  /** @internal */
  public readonly _computed: boolean;

  private constructor(options: ComputedQuotaOptions | undefined, computed: boolean) {
    this._options = options;
    this._computed = computed;
  }
}
