import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A budget that allows no disruption stops the drain of a node, and with it every upgrade. */
export const disruptionBudgetBlocks = new Control({
  id: 'disruption-budget-blocks',
  title: 'PodDisruptionBudgets let a node be drained',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['policy/PodDisruptionBudget'],
  expression: '!(object.spec.?maxUnavailable.orValue(1) in [0, "0", "0%"])'
    + ' && !(object.spec.?minAvailable.orValue(0) in ["100%"])',
  message: 'no pod of it may be evicted: nodes cannot be drained or upgraded',
  remediation: 'set maxUnavailable to 1',
  references: [],
});
