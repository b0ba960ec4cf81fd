import { ApiObject, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';

/**
 * A budget that lets a node be drained, one pod at a time, and never blocks on pods that are broken anyway (part 11.1): `maxUnavailable: 1`, whatever
 * the number of replicas.
 */
export function addDisruptionBudget(workload: kplus.Workload): void {
  if (workload.node.tryFindChild('DisruptionBudget') === undefined) {
    new ApiObject(workload, 'DisruptionBudget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: workload.name, namespace: workload.metadata.namespace },
      spec: {
        maxUnavailable: 1,
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
        selector: Lazy.any({ produce: () => selectorOf(workload) }),
      },
    });
  }
}

/** As it is when it is rendered: `select` may be called at any time. */
function selectorOf({ matchLabels, matchExpressions }: kplus.Workload): object {
  return {
    ...Object.keys(matchLabels).length > 0 && { matchLabels },
    ...matchExpressions.length > 0 && { matchExpressions },
  };
}
