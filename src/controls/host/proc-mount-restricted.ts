import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** Even in a user namespace an unmasked /proc shows more than a program needs. */
export const procMountRestricted = new Control({
  id: 'proc-mount-restricted',
  title: 'Containers get the masked /proc, also in a user namespace',
  recommendation: '2.3',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'securityContext.procMount',
  expression: 'true',
  versions: [
    { since: '1.35', expression: 'container.?securityContext.?procMount.orValue("Default") == "Default"' },
  ],
  message: 'it sees more of /proc than it needs',
  remediation: 'remove securityContext.procMount',
  references: [Pss.RESTRICTED, Owasp.K01],
});
