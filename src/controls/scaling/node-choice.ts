import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Who may choose a node may go beside a tenant of another sensitivity. The platform places pods by policy. */
export const nodeChoice = new Control({
  id: 'node-choice',
  title: 'Pods leave the choice of their node to the scheduler',
  recommendation: '12.2',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec',
  expression: '!pod.spec.?nodeName.hasValue() && size(pod.spec.?nodeSelector.orValue({})) == 0 && !pod.spec.?affinity.?nodeAffinity.hasValue()',
  message: 'it chooses its node: it goes where others are kept, or waits for a node while others are free',
  remediation: 'remove nodeName, nodeSelector and nodeAffinity, and let the platform place it',
  references: [],
});
