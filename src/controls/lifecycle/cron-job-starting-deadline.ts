import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Every hour, or every few minutes of it: the next run is due before a late one is stale. */
const OFTEN = 'object.?spec.?schedule.orValue("").matches("^[*](/[0-9]{1,2})? [*] ")';

/** Without a deadline a missed run starts whenever the controller is back. It looks every ten seconds: with less, a run may never start. */
export const cronJobStartingDeadline = new Control({
  id: 'cron-job-starting-deadline',
  title: 'CronJobs say how late a run may start',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.startingDeadlineSeconds',
  kinds: ['batch/CronJob'],
  expression: `object.?spec.?startingDeadlineSeconds.hasValue() ? object.spec.startingDeadlineSeconds >= 10 : ${OFTEN}`,
  message: 'after an outage a run starts hours late, in the middle of the day',
  remediation: 'set startingDeadlineSeconds, to 10 at least',
  references: [],
});
