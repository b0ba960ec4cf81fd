import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A volume that many may write is a channel between them, past the network and its policies. */
export const sharedAccessMode = new Control({
  id: 'shared-access-mode',
  title: 'Volumes are not claimed for writers on several nodes',
  recommendation: '9.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.accessModes',
  kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  expression: '!("ReadWriteMany" in object.?spec.?accessModes.orValue([]))'
    + ' && object.?spec.?volumeClaimTemplates.orValue([]).all(claim, !("ReadWriteMany" in claim.?spec.?accessModes.orValue([])))',
  message: 'pods on several nodes may write to it beside each other',
  remediation: 'claim it as ReadWriteOncePod, or acknowledge who shares it',
  references: [],
});
