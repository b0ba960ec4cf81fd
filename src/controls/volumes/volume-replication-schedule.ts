import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A manual trigger runs once, and then when somebody remembers. */
export const volumeReplicationSchedule = new Control({
  id: 'volume-replication-schedule',
  title: 'Copies of volumes are made on a schedule',
  recommendation: '15.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.trigger',
  kinds: ['volsync.backube/ReplicationSource'],
  when: 'object.?spec.?restic.hasValue() || object.?spec.?rclone.hasValue()',
  expression: 'object.spec.?trigger.?schedule.orValue("") != ""',
  message: 'it copies the volume when somebody asks for it, and not otherwise',
  remediation: 'set trigger.schedule',
});
