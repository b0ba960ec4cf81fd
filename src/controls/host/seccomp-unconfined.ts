import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** Without seccomp every system call of the kernel is open. */
export const seccompUnconfined = new Control({
  id: 'seccomp-unconfined',
  title: 'No pod or container turns seccomp off',
  recommendation: '2.3',
  severity: Severity.HIGH,
  subject: Subject.POD,
  field: 'spec.securityContext.seccompProfile',
  expression: '[dyn([pod.spec]), pod.spec.?containers.orValue([]), pod.spec.?initContainers.orValue([]), pod.spec.?ephemeralContainers.orValue([])]'
    // A profile without a type is no profile.
    + '.all(list, list.all(holder, holder.?securityContext.?seccompProfile.optMap(profile, profile.?type.orValue("")).orValue("RuntimeDefault") in ["RuntimeDefault", "Localhost"]))',
  message: 'it runs without seccomp',
  remediation: 'use RuntimeDefault or a Localhost profile',
  references: [Pss.BASELINE, Cis.k8s('5.6.2'), Nsa.HARDENED_ENVIRONMENT, Owasp.K01],
});
