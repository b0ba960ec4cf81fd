import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Two clocks remove the Jobs of a CronJob, and the faster one wins: what failed should stay to be looked at. */
export const cronJobTtl = new Control({
  id: 'cron-job-ttl',
  title: 'Jobs of a CronJob are kept by its history alone',
  recommendation: '7.3',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.jobTemplate.spec.ttlSecondsAfterFinished',
  kinds: ['batch/CronJob'],
  expression: '!object.spec.?jobTemplate.?spec.?ttlSecondsAfterFinished.hasValue()',
  message: 'a Job that failed is gone before the history says so',
  remediation: 'remove ttlSecondsAfterFinished, and set failedJobsHistoryLimit',
  references: [],
});
