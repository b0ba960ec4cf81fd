import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** When the cluster is full the scheduler evicts by priority. Without the parameter any class will do. */
export const priorityClass = new Control({
  id: 'priority-class',
  title: 'Pods name a priority class that the team allows',
  recommendation: '12.2',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.priorityClassName',
  expression: 'size(params.allowed) > 0 ? pod.spec.?priorityClassName.orValue("") in params.allowed : pod.spec.?priorityClassName.orValue("") != ""',
  parameters: { allowed: [] },
  message: 'nobody said who yields when the cluster is full, or it claims a priority that is not its own',
  remediation: 'set priorityClassName to a class of the parameter allowed',
  references: [],
});
