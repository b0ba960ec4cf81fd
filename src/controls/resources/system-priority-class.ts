import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** A pod with a priority of the system takes the place of everybody else's, also of what runs the cluster. */
export const systemPriorityClass = new Control({
  id: 'system-priority-class',
  title: 'Workloads take no priority of the system',
  recommendation: '12.2',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.priorityClassName',
  when: '!object.?metadata.?namespace.orValue("").startsWith("kube-")',
  expression: '!pod.spec.?priorityClassName.orValue("").startsWith("system-")',
  message: 'it displaces the pods of others, and those that run the cluster',
  remediation: 'use a PriorityClass of your own',
  references: [Nsa.RESOURCE_POLICY],
});
