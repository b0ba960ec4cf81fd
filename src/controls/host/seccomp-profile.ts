import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** A seccomp profile closes the system calls that containers do not need. */
export const seccompProfile = new Control({
  id: 'seccomp-profile',
  title: 'Containers run under a seccomp profile',
  recommendation: '2.3',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'securityContext.seccompProfile.type',
  when: 'pod.spec.?os.?name.orValue("") != "windows"',
  expression: 'container.?securityContext.?seccompProfile.?type.or(pod.spec.?securityContext.?seccompProfile.?type).orValue("") in ["RuntimeDefault", "Localhost"]',
  remedy: { when: 'pod.spec.?os.?name.orValue("") != "windows"', fields: [{ path: 'securityContext.seccompProfile.type', value: 'RuntimeDefault' }] },
  message: 'no seccomp profile confines it',
  remediation: 'set seccompProfile.type to RuntimeDefault on the pod',
  references: [Pss.RESTRICTED, Cis.k8s('5.6.2'), Nsa.HARDENED_ENVIRONMENT, Owasp.K01],
});
