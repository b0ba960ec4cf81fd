import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Without one a hundred pods are made, or a hundred Jobs: for who fills the queue. */
export const scaledObjectMaximum = new Control({
  id: 'scaled-object-maximum',
  title: 'Scaling by events has a limit that somebody chose',
  recommendation: '14.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.maxReplicaCount',
  kinds: ['keda.sh/ScaledObject', 'keda.sh/ScaledJob'],
  expression: 'object.?spec.?maxReplicaCount.hasValue()',
  message: 'it scales to a hundred, which nobody chose: whoever sends events spends what the namespace has',
  remediation: 'set maxReplicaCount to what the quota holds',
  references: [Nsa.RESOURCE_POLICY],
});
