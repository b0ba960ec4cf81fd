import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** What is lost is often noticed days later. Velero keeps for thirty days where nothing is written, or zero. */
export const backupScheduleRetention = new Control({
  id: 'backup-schedule-retention',
  title: 'Backups are kept for a week',
  recommendation: '15.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.template.ttl',
  kinds: ['velero.io/Schedule'],
  parameters: { hours: 168 },
  expression: 'object.?spec.?template.?ttl.orValue("0s").matches("^(0[a-z]*)+$")'
    + ' || duration(object.spec.template.ttl).getHours() >= params.hours',
  message: 'its backups are gone before a loss is noticed',
  remediation: 'set template.ttl to 168h or more, or leave it out',
});
