import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';
import { OF_JOB } from './of-job';

/** A run that fails again and again loads whatever it fails on. With a limit for each index, that of the whole is Kubernetes' own. */
export const jobBackoffLimit = new Control({
  id: 'job-backoff-limit',
  title: 'Jobs are tried a few times only',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['batch/Job', 'batch/CronJob'],
  expression: `${OF_JOB}.?backoffLimit.orValue(6) <= params.most`,
  parameters: { most: 6 },
  message: 'it is tried again more often than helps',
  remediation: 'set backoffLimit to 6 or less',
  references: [],
});
