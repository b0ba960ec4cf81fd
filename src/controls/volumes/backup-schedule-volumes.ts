import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Objects alone bring back claims without what was in them. */
export const backupScheduleVolumes = new Control({
  id: 'backup-schedule-volumes',
  title: 'Backups hold the volumes',
  recommendation: '15.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.template',
  kinds: ['velero.io/Schedule'],
  expression: 'object.?spec.?template.?snapshotVolumes.orValue(true) != false'
    + ' || object.?spec.?template.?defaultVolumesToFsBackup.orValue(false) == true',
  message: 'no volume is in its backups: what comes back is empty',
  remediation: 'remove snapshotVolumes, or set defaultVolumesToFsBackup',
});
