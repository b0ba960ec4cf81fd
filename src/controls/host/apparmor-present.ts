import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** A node with AppArmor confines a container that names no profile, and one without starts it all the same: a pod that names one does not start there. */
export const apparmorPresent = new Control({
  id: 'apparmor-present',
  title: 'Containers name their AppArmor profile',
  recommendation: '2.3',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'securityContext.appArmorProfile',
  when: 'pod.spec.?os.?name.orValue("") != "windows"',
  expression: '[pod.spec, container].exists(each, each.?securityContext.?appArmorProfile.hasValue())'
    + ' || pod.?metadata.?annotations[?("container.apparmor.security.beta.kubernetes.io/" + container.?name.orValue(""))].hasValue()',
  message: 'whether AppArmor confines it is for its node to say',
  remediation: 'set securityContext.appArmorProfile.type to RuntimeDefault',
  references: [Nsa.HARDENED_ENVIRONMENT],
});
