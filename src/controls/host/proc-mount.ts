import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** An unmasked /proc shows and changes what belongs to the node. */
export const procMount = new Control({
  id: 'proc-mount',
  title: 'Containers get the masked /proc',
  recommendation: '2.3',
  severity: Severity.HIGH,
  subject: Subject.CONTAINER,
  field: 'securityContext.procMount',
  expression: 'container.?securityContext.?procMount.orValue("Default") == "Default"',
  versions: [
    { since: '1.35', expression: 'container.?securityContext.?procMount.orValue("Default") == "Default" || pod.spec.?hostUsers.orValue(true) == false' },
  ],
  message: 'it sees its node through /proc',
  remediation: 'remove securityContext.procMount',
  references: [Pss.BASELINE, Owasp.K01],
});
