import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

const ALLOWED = '["RuntimeDefault", "Localhost"]';

/** AppArmor confines what a container may touch. */
export const apparmorProfile = new Control({
  id: 'apparmor-profile',
  title: 'No pod or container turns AppArmor off',
  recommendation: '2.3',
  severity: Severity.HIGH,
  subject: Subject.POD,
  field: 'spec.securityContext.appArmorProfile',
  expression: [
    `pod.spec.?securityContext.?appArmorProfile.optMap(profile, profile.?type.orValue("")).orValue("RuntimeDefault") in ${ALLOWED}`,
    '[pod.spec.?containers.orValue([]), pod.spec.?initContainers.orValue([]), pod.spec.?ephemeralContainers.orValue([])]'
      + `.all(list, list.all(c, c.?securityContext.?appArmorProfile.optMap(profile, profile.?type.orValue("")).orValue("RuntimeDefault") in ${ALLOWED}))`,
    'pod.?metadata.?annotations.orValue({}).all(name, !name.startsWith("container.apparmor.security.beta.kubernetes.io/")'
      + ' || pod.metadata.annotations[name] in ["", "runtime/default"] || pod.metadata.annotations[name].startsWith("localhost/"))',
  ].join(' && '),
  message: 'it runs without AppArmor',
  remediation: 'use RuntimeDefault or a Localhost profile',
  references: [Pss.BASELINE, Nsa.HARDENED_ENVIRONMENT, Owasp.K01],
});
