import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A run that failed can be looked into only as long as its Job, and with it the pod and its logs, is kept. */
export const cronJobHistory = new Control({
  id: 'cron-job-history',
  title: 'CronJobs keep their last failed run',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.failedJobsHistoryLimit',
  kinds: ['batch/CronJob'],
  expression: 'object.?spec.?failedJobsHistoryLimit.orValue(1) > 0',
  message: 'nobody can see why a run failed',
  remediation: 'set failedJobsHistoryLimit to 1 or more',
  references: [],
});
