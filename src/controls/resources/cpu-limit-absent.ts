import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** CPU is shared by requests. A limit makes a container wait beside idle CPU. */
export const cpuLimitAbsent = new Control({
  id: 'cpu-limit-absent',
  title: 'Containers have no CPU limit',
  recommendation: '12.3',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'resources.limits.cpu',
  expression: '!container.?resources.?limits.?cpu.hasValue()',
  message: 'it waits while the node has CPU to spare',
  remediation: 'remove resources.limits.cpu, and keep the request',
  references: [],
});
