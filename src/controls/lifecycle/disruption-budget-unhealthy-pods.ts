import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Pods that are broken anyway must not hold up the drain of a node. */
export const disruptionBudgetUnhealthyPods = new Control({
  id: 'disruption-budget-unhealthy-pods',
  title: 'PodDisruptionBudgets let broken pods be evicted',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.unhealthyPodEvictionPolicy',
  kinds: ['policy/PodDisruptionBudget'],
  expression: 'object.?spec.?unhealthyPodEvictionPolicy.orValue("IfHealthyBudget") == "AlwaysAllow"',
  remedy: { fields: [{ path: 'spec.unhealthyPodEvictionPolicy', value: 'AlwaysAllow' }] },
  message: 'pods that are not ready hold up the drain of their node',
  remediation: 'set unhealthyPodEvictionPolicy to AlwaysAllow',
  references: [],
});
