import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A run that hangs holds its resources, and the next run, for ever. */
export const jobDeadline = new Control({
  id: 'job-deadline',
  title: 'Jobs have a deadline',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['batch/Job', 'batch/CronJob'],
  expression: '(object.kind == "CronJob" ? object.spec.?jobTemplate.?spec.?activeDeadlineSeconds : object.spec.?activeDeadlineSeconds).hasValue()',
  message: 'a run that hangs is never ended',
  remediation: 'set activeDeadlineSeconds',
  references: [],
});
