import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** With fsGroup the kubelet changes the owner of every file at each start, which takes minutes on large volumes. */
export const groupChangePolicy = new Control({
  id: 'group-change-policy',
  title: 'Ownership of volumes is changed only where it differs',
  recommendation: '9.2',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.securityContext.fsGroupChangePolicy',
  when: 'pod.spec.?securityContext.?fsGroup.hasValue()',
  expression: 'pod.spec.?securityContext.?fsGroupChangePolicy.orValue("") == "OnRootMismatch"',
  message: 'every start walks through all files of its volumes',
  remediation: 'set securityContext.fsGroupChangePolicy to OnRootMismatch',
  references: [],
});
