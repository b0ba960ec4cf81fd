import * as kplus from 'cdk8s-plus-28';

/** How a workload is scaled: all that `kplus.HorizontalPodAutoscaler` knows, with defaults that keep it available. */
export interface ScalingProps extends kplus.ResourceProps {
  /** What is scaled: a Deployment or a StatefulSet that says no number of replicas. */
  readonly target: kplus.IScalable;

  /** The most replicas (`maxReplicas`). The quota of the tenant must suffice for them. */
  readonly maxReplicas: number;

  /**
   * The fewest replicas (`minReplicas`): one that fails leaves another.
   *
   * @default 2
   */
  readonly minReplicas?: number;

  /**
   * CPU that the replicas use on average, in percent of what they request, from which on there are more of them.
   *
   * @default 80 - unless `memoryUtilization` or `metrics` is given
   */
  readonly cpuUtilization?: number;

  /**
   * Memory that the replicas use on average, in percent of what they request, from which on there are more of them. Many programs never give memory back,
   * and are then never scaled down.
   *
   * @default - memory does not matter
   */
  readonly memoryUtilization?: number;

  /**
   * What else decides, beside the two above.
   *
   * @default - nothing
   */
  readonly metrics?: kplus.Metric[];

  /**
   * How fast there are more replicas.
   *
   * @default - at once; per minute as many again, or four more if that is more
   */
  readonly scaleUp?: kplus.ScalingRules;

  /**
   * How fast there are fewer replicas.
   *
   * @default - after five minutes of less work; per minute half of them
   */
  readonly scaleDown?: kplus.ScalingRules;
}
