import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { wholeFault } from './checks/numbers';
import { located } from './located';
import { ScalingProps } from './scaling-props';
import { Verifier } from '../app/verifier';

const CPU_UTILIZATION = 80;
const MINUTE = Duration.minutes(1);
const RULES = {
  scaleUp: {
    stabilizationWindow: Duration.seconds(0),
    policies: [{ replicas: kplus.Replicas.percent(100), duration: MINUTE }, { replicas: kplus.Replicas.absolute(4), duration: MINUTE }],
  },
  scaleDown: { stabilizationWindow: Duration.minutes(5), policies: [{ replicas: kplus.Replicas.percent(50), duration: MINUTE }] },
};

/**
 * A `kplus.HorizontalPodAutoscaler` (autoscaling/v2) that keeps its target available (part 12.3): at least two replicas, more at once, fewer after a while.
 * The target of this library says no number of replicas any more, is spread over nodes and zones, and gets a PodDisruptionBudget.
 *
 * It stands in the namespace of its target.
 */
export class Scaling extends kplus.HorizontalPodAutoscaler {
  /** @throws if a number is not allowed, fewest are above most, or the target has a number of replicas or an autoscaler already */
  public constructor(scope: Construct, id: string, props: ScalingProps) {
    const faults = faultsOf(props);
    if (faults.length > 0) {
      throw located(scope, id, new Error(faults.join('; ')));
    }
    try {
      super(scope, id, filled(props));
    } catch (error) {
      throw located(scope, id, error);
    }
    Verifier._attach(this);
  }
}

function faultsOf({ minReplicas = 2, maxReplicas, cpuUtilization, memoryUtilization, target }: ScalingProps): string[] {
  const faults = [
    ...maxReplicas === undefined ? ['maxReplicas is not given: say how many replicas there may be at most'] : wholeFault('maxReplicas', maxReplicas, 1),
    ...wholeFault('minReplicas', minReplicas, 1),
    ...wholeFault('cpuUtilization', cpuUtilization, 1),
    ...wholeFault('memoryUtilization', memoryUtilization, 1),
  ];
  const replicas = target.toScalingTarget().replicas;
  return [
    ...faults,
    ...faults.length === 0 && minReplicas > maxReplicas ? [`minReplicas is ${minReplicas}, above maxReplicas, which is ${maxReplicas}: raise maxReplicas`] : [],
    ...replicas === undefined ? [] : [`its target has ${replicas} replicas: leave them out, the autoscaler decides`],
  ];
}

/** What our table says where the author says nothing. */
function filled({ cpuUtilization, memoryUtilization, metrics = [], ...props }: ScalingProps): kplus.HorizontalPodAutoscalerProps {
  const cpu = cpuUtilization ?? (memoryUtilization === undefined && metrics.length === 0 ? CPU_UTILIZATION : undefined);
  const utilization = (percent: number) => kplus.MetricTarget.averageUtilization(percent);
  return {
    ...props,
    metadata: { namespace: (props.target as Partial<kplus.Workload>).metadata?.namespace, ...props.metadata },
    minReplicas: props.minReplicas ?? 2,
    metrics: [
      ...cpu === undefined ? [] : [kplus.Metric.resourceCpu(utilization(cpu))],
      ...memoryUtilization === undefined ? [] : [kplus.Metric.resourceMemory(utilization(memoryUtilization))],
      ...metrics,
    ],
    scaleUp: { ...RULES.scaleUp, ...given(props.scaleUp) },
    scaleDown: { ...RULES.scaleDown, ...given(props.scaleDown) },
  };
}

function given(rules: kplus.ScalingRules = {}): kplus.ScalingRules {
  return Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined));
}
