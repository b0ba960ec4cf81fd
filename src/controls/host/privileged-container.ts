import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** A privileged container has every capability and every device of its node: it is root on the host. */
export const privilegedContainer = new Control({
  id: 'privileged-container',
  title: 'Containers are not privileged',
  recommendation: '2.3',
  severity: Severity.CRITICAL,
  subject: Subject.CONTAINER,
  field: 'securityContext.privileged',
  expression: 'container.?securityContext.?privileged.orValue(false) == false',
  message: 'it runs privileged: it owns its node',
  remediation: 'remove securityContext.privileged; add the single capability that the program needs instead',
  references: [Pss.BASELINE, Cis.k8s('5.2.2'), Nsa.POD_SECURITY, Owasp.K01],
});
