import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Where a container gets out, its group is the group of that number on the node. Group 0 is found by root-group. */
export const highGroupId = new Control({
  id: 'high-group-id',
  title: 'Groups that pods name are none of the host',
  recommendation: '2.3',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.securityContext.runAsGroup',
  expression: 'pod.spec.?hostUsers.orValue(true) == false'
    + ' || [dyn([pod.spec]), pod.spec.?containers.orValue([]), pod.spec.?initContainers.orValue([]), pod.spec.?ephemeralContainers.orValue([])]'
    + '.all(list, list.all(holder, holder.?securityContext.?runAsGroup.orValue(0) == 0 || holder.securityContext.runAsGroup >= 10000))',
  message: 'it names a group below 10000, which may have rights on the node',
  remediation: 'name a group from 10000 on, or set hostUsers to false',
  references: [Nsa.NON_ROOT],
});
