import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A volume that many may write is a channel between them. */
export const sharedAccessMode = new Control({
  id: 'shared-access-mode',
  title: 'Volumes are claimed for one writer',
  recommendation: '9.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.accessModes',
  kinds: ['PersistentVolumeClaim'],
  expression: '!("ReadWriteMany" in object.spec.?accessModes.orValue([]))',
  message: 'pods of many nodes write to it beside each other',
  remediation: 'claim it as ReadWriteOncePod, or acknowledge who shares it',
  references: [Owasp.K05],
});
