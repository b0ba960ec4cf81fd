import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** What runs in one pod is placed, scaled and evicted as one. */
export const containerCount = new Control({
  id: 'container-count',
  title: 'Pods have no more containers than the team allows',
  recommendation: '12.1',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.containers',
  expression: 'size(pod.spec.?containers.orValue([])) <= params.maximum',
  parameters: { maximum: 8 },
  message: 'it has many containers: they are placed, scaled and restarted as one',
  remediation: 'make pods of their own of what need not run together',
  references: [],
});
