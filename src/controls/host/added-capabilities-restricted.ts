import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** A container that dropped everything adds at most the right to bind low ports. */
export const addedCapabilitiesRestricted = new Control({
  id: 'added-capabilities-restricted',
  title: 'Containers add no capability but NET_BIND_SERVICE',
  recommendation: '2.5',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'securityContext.capabilities.add',
  when: 'pod.spec.?os.?name.orValue("") != "windows"',
  expression: 'container.?securityContext.?capabilities.?add.orValue([]).all(capability, capability == "NET_BIND_SERVICE")',
  message: 'it adds a capability other than NET_BIND_SERVICE',
  remediation: 'remove the capability, or acknowledge it with the reason',
  references: [Pss.RESTRICTED, Cis.k8s('5.2.9'), Nsa.POD_SECURITY, Owasp.K01],
});
