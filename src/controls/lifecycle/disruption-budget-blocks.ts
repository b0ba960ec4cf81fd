import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A budget that allows no disruption, or does not say which, stops the drain of a node, and with it every upgrade. */
export const disruptionBudgetBlocks = new Control({
  id: 'disruption-budget-blocks',
  title: 'PodDisruptionBudgets let a node be drained',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['policy/PodDisruptionBudget'],
  expression: 'has(object.spec.maxUnavailable) ? !(string(object.spec.maxUnavailable) in ["0", "0%"]) : string(object.spec.?minAvailable.orValue("100%")) != "100%"',
  message: 'none of its pods may be evicted: nodes cannot be drained or upgraded',
  remediation: 'set maxUnavailable to 1',
  references: [],
});
