import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A constraint without a selector counts no pods, and the API server refuses one without a topology key. */
export const spreadConstraintComplete = new Control({
  id: 'spread-constraint-complete',
  title: 'Constraints of spread say which pods and over what',
  recommendation: '12.3',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.topologySpreadConstraints',
  expression: 'pod.spec.?topologySpreadConstraints.orValue([]).all(constraint, has(constraint.topologyKey) && has(constraint.labelSelector))',
  message: 'it has a constraint of spread that counts no pods, so that its replicas may all be in one place',
  remediation: 'give each of topologySpreadConstraints a topologyKey and a labelSelector that selects the pods',
  references: [],
});
