import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** The list of the Pod Security Standards. */
const ALLOWED = [
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT',
];

/** Capabilities beyond the default set open the kernel to the container. */
export const addedCapabilities = new Control({
  id: 'added-capabilities',
  title: 'Containers add no capability beyond the default set',
  recommendation: '2.5',
  severity: Severity.HIGH,
  subject: Subject.CONTAINER,
  field: 'securityContext.capabilities.add',
  expression: `container.?securityContext.?capabilities.?add.orValue([]).all(capability, capability in [${ALLOWED.map(name => `"${name}"`).join(', ')}])`,
  message: 'it adds a capability that opens the kernel',
  remediation: 'remove the capability, or acknowledge it with the reason',
  references: [Pss.BASELINE, Cis.k8s('5.2.9'), Nsa.POD_SECURITY, Owasp.K01],
});
