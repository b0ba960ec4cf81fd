import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';
import { OF_JOB } from './of-job';

/** A run that hangs holds its resources, and the next run, for ever. A deadline of its pods ends it too, after as many tries as it has. */
export const jobDeadline = new Control({
  id: 'job-deadline',
  title: 'Jobs have a deadline',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['batch/Job', 'batch/CronJob'],
  expression: `${OF_JOB}.?activeDeadlineSeconds.hasValue() || ${OF_JOB}.?template.?spec.?activeDeadlineSeconds.hasValue()`,
  message: 'a run that hangs is never ended',
  remediation: 'set activeDeadlineSeconds',
  references: [],
});
