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
  subject: Subject.CONTAINER,
  field: 'securityContext.runAsGroup',
  expression: 'pod.spec.?hostUsers.orValue(true) == false'
    + ' || container.?securityContext.?runAsGroup.or(pod.spec.?securityContext.?runAsGroup).optMap(group, group == 0 || group >= 10000).orValue(!params.named)',
  parameters: { named: false },
  message: 'it names a group below 10000, which may have rights on the node, or none where the parameter asks for one',
  remediation: 'name a group from 10000 on, or set hostUsers to false',
  references: [Nsa.NON_ROOT],
});
