import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Without a deadline a controller that was away counts all missed runs, and gives up at a hundred. */
export const cronJobStartingDeadline = new Control({
  id: 'cron-job-starting-deadline',
  title: 'CronJobs say how late a run may start',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.startingDeadlineSeconds',
  kinds: ['batch/CronJob'],
  expression: 'object.spec.?startingDeadlineSeconds.orValue(0) >= 10',
  message: 'after an outage it may start at a bad hour, or never again',
  remediation: 'set startingDeadlineSeconds, to 10 at least',
  references: [],
});
