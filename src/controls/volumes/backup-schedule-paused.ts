import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** What was paused for an hour is found paused when it is needed. */
export const backupSchedulePaused = new Control({
  id: 'backup-schedule-paused',
  title: 'Backups run',
  recommendation: '15.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.paused',
  kinds: ['velero.io/Schedule', 'volsync.backube/ReplicationSource'],
  expression: 'object.?spec.?paused.orValue(false) == false',
  message: 'it is paused: nothing is backed up',
  remediation: 'remove paused',
});
