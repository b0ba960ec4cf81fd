import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A program that is killed at once cannot finish what it began. */
export const terminationGracePeriod = new Control({
  id: 'termination-grace-period',
  title: 'Pods have time to stop',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.terminationGracePeriodSeconds',
  expression: 'pod.spec.?terminationGracePeriodSeconds.orValue(30) > 0',
  message: 'it is killed without being told',
  remediation: 'remove terminationGracePeriodSeconds, or set it to the seconds that it needs to stop',
  references: [],
});
