import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** What is read while it is written does not fit together. */
export const volumeReplicationConsistent = new Control({
  id: 'volume-replication-consistent',
  title: 'Volumes are copied as they are at one moment',
  recommendation: '15.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['volsync.backube/ReplicationSource'],
  expression: '[object.?spec.?restic.?copyMethod, object.?spec.?rclone.?copyMethod, object.?spec.?rsync.?copyMethod'
    + ', object.?spec.?rsyncTLS.?copyMethod].all(method, !(method.orValue("Snapshot") in ["Direct", "None"]))',
  message: 'it reads the volume while it is written: the copy may not fit together',
  remediation: 'set copyMethod to Snapshot or Clone',
});
