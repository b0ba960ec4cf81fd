import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** Files of group 0 are those of root, on volumes and wherever a container gets out. */
export const rootGroup = new Control({
  id: 'root-group',
  title: 'No pod or container names group 0',
  recommendation: '2.3',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.securityContext',
  expression: '(!params.named || pod.spec.?securityContext.?runAsGroup.hasValue()'
    + ' || [pod.spec.?containers, pod.spec.?initContainers, pod.spec.?ephemeralContainers].all(list, list.orValue([]).all(container, container.?securityContext.?runAsGroup.hasValue()))) && pod.spec.?securityContext.?fsGroup.orValue(1) != 0 && !(0 in pod.spec.?securityContext.?supplementalGroups.orValue([]))'
    + ' && [dyn([pod.spec]), pod.spec.?containers.orValue([]), pod.spec.?initContainers.orValue([]), pod.spec.?ephemeralContainers.orValue([])]'
    + '.all(list, list.all(holder, holder.?securityContext.?runAsGroup.orValue(1) != 0))',
  parameters: { named: false },
  message: 'it runs with group 0, to which the files of root belong, or names none where the parameter asks for one',
  remediation: 'name another group, or none',
  references: [Nsa.NON_ROOT, Owasp.K01],
});
