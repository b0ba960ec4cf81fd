import * as kplus from 'cdk8s-plus-28';
import { addDisruptionBudget } from './disruption-budget';

const SCALED = new WeakSet<kplus.Workload>();

/**
 * An autoscaler takes a workload over.
 *
 * @throws if another has it already: both would change the number of replicas against each other
 */
export function scaled(workload: kplus.Workload): void {
  if (SCALED.has(workload)) {
    throw new Error(`${workload.node.path}: it has an autoscaler already: keep one`);
  }
  SCALED.add(workload);
  addDisruptionBudget(workload);
}
