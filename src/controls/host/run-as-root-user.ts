import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** A pod that names user 0 wants to be root. */
export const runAsRootUser = new Control({
  id: 'run-as-root-user',
  title: 'No pod or container names user 0',
  recommendation: '2.3',
  severity: Severity.HIGH,
  subject: Subject.POD,
  field: 'spec.securityContext.runAsUser',
  expression: '[dyn([pod.spec]), pod.spec.?containers.orValue([]), pod.spec.?initContainers.orValue([]), pod.spec.?ephemeralContainers.orValue([])]'
    + '.all(list, list.all(holder, holder.?securityContext.?runAsUser.orValue(1) != 0))',
  versions: [
    { since: '1.35', expression: '[dyn([pod.spec]), pod.spec.?containers.orValue([]), pod.spec.?initContainers.orValue([]), pod.spec.?ephemeralContainers.orValue([])]' + '.all(list, list.all(holder, holder.?securityContext.?runAsUser.orValue(1) != 0)) || pod.spec.?hostUsers.orValue(true) == false' },
  ],
  message: 'it runs as user 0',
  remediation: 'name another user, or none',
  references: [Pss.RESTRICTED, Nsa.NON_ROOT, Owasp.K01],
});
