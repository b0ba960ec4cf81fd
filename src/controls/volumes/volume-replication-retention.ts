import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** VolSync keeps the last copy alone where nothing is said. What was destroyed yesterday is gone with the copy of tonight. */
export const volumeReplicationRetention = new Control({
  id: 'volume-replication-retention',
  title: 'More than the last copy of a volume is kept',
  recommendation: '15.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.restic.retain',
  kinds: ['volsync.backube/ReplicationSource'],
  when: 'object.?spec.?restic.hasValue()',
  expression: 'object.spec.restic.?retain.orValue({}).exists(name, name != "last" || object.spec.restic.retain.last != "1")',
  message: 'only its last copy is kept: what was destroyed before it is gone',
  remediation: 'say in restic.retain how many copies to keep',
});
