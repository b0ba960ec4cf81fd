import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** What is killed in the middle of its farewell drops its clients. */
export const preStopWithinGrace = new Control({
  id: 'pre-stop-within-grace',
  title: 'The preStop delay leaves time to stop',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'lifecycle.preStop.sleep.seconds',
  when: 'container.?lifecycle.?preStop.?sleep.?seconds.hasValue()',
  expression: 'container.lifecycle.preStop.sleep.seconds < pod.spec.?terminationGracePeriodSeconds.orValue(30)',
  message: 'it is killed before it is told to stop',
  remediation: 'raise terminationGracePeriodSeconds above the delay',
  references: [],
});
