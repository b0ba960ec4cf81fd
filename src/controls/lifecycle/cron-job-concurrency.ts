import { Severity } from '../../model/severity';
import { Control } from '../control';
import { RemedyClass } from '../remedy';
import { Subject } from '../subject';

/** Runs that overlap work on the same data, and pile up where each takes longer than the time between two. */
export const cronJobConcurrency = new Control({
  id: 'cron-job-concurrency',
  title: 'Runs of a CronJob do not overlap',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.concurrencyPolicy',
  kinds: ['batch/CronJob'],
  expression: 'object.?spec.?concurrencyPolicy.orValue("Allow") != "Allow"',
  remedy: {
    remedyClass: RemedyClass.BEHAVIOURAL,
    fields: [{ path: 'spec.concurrencyPolicy', value: 'Forbid' }],
  },
  message: 'a slow run and the next one work on the same data',
  remediation: 'set concurrencyPolicy to Forbid, or to Replace',
  references: [],
});
