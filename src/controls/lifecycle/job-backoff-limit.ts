import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A run that fails again and again loads whatever it fails on. */
export const jobBackoffLimit = new Control({
  id: 'job-backoff-limit',
  title: 'Jobs are tried a few times only',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['batch/Job', 'batch/CronJob'],
  expression: '(object.kind == "CronJob" ? object.spec.?jobTemplate.?spec.?backoffLimit : object.spec.?backoffLimit).orValue(6) <= params.most',
  parameters: { most: 6 },
  message: 'it is tried again more often than helps',
  remediation: 'set backoffLimit to 6 or less',
  references: [],
});
