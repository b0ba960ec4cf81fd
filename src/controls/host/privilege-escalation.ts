import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** A setuid program gives a process more than its parent had. */
export const privilegeEscalation = new Control({
  id: 'privilege-escalation',
  title: 'Containers cannot gain privileges',
  recommendation: '2.3',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'securityContext.allowPrivilegeEscalation',
  when: 'pod.spec.?os.?name.orValue("") != "windows"',
  expression: 'container.?securityContext.?allowPrivilegeEscalation.orValue(true) == false',
  remedy: {
    // The API server refuses false beside a privileged container or SYS_ADMIN.
    when: [
      'pod.spec.?os.?name.orValue("") != "windows"',
      'container.?securityContext.?privileged.orValue(false) == false',
      '!container.?securityContext.?capabilities.?add.orValue([]).exists(capability, capability in ["SYS_ADMIN", "CAP_SYS_ADMIN"])',
    ].join(' && '),
    fields: [{ path: 'securityContext.allowPrivilegeEscalation', value: false }],
  },
  message: 'a program in it can gain privileges',
  remediation: 'set securityContext.allowPrivilegeEscalation to false',
  references: [Pss.RESTRICTED, Cis.k8s('5.2.6'), Nsa.PRIVILEGE_ESCALATION, Owasp.K01],
});
