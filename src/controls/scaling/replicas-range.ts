import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A typing error of one digit fills the cluster. */
export const replicasRange = new Control({
  id: 'replicas-range',
  title: 'Workloads have as many replicas as the team allows',
  recommendation: '14.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.replicas',
  kinds: ['apps/Deployment', 'apps/StatefulSet'],
  expression: 'params.minimum <= object.?spec.?replicas.orValue(1) && object.?spec.?replicas.orValue(1) <= params.maximum',
  parameters: { minimum: 0, maximum: 100 },
  message: 'it has fewer replicas than the team asks for, or more than it allows',
  remediation: 'set replicas within the range',
  references: [],
});
