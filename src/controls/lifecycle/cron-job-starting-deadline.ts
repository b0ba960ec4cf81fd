import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Without a deadline a missed run starts whenever the controller is back. It looks every ten seconds: with less, a run may never start. */
export const cronJobStartingDeadline = new Control({
  id: 'cron-job-starting-deadline',
  title: 'CronJobs say how late a run may start',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.startingDeadlineSeconds',
  kinds: ['batch/CronJob'],
  expression: 'object.?spec.?startingDeadlineSeconds.orValue(0) >= 10',
  message: 'after an outage a run starts hours late, in the middle of the day',
  remediation: 'set startingDeadlineSeconds, to 10 at least',
  references: [],
});
