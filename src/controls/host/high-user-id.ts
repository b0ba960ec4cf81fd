import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Where a container gets out, its user is the user of that number on the node. User 0 is found by run-as-root-user. */
export const highUserId = new Control({
  id: 'high-user-id',
  title: 'Users that pods name are none of the host',
  recommendation: '2.3',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'securityContext.runAsUser',
  expression: 'pod.spec.?hostUsers.orValue(true) == false'
    + ' || container.?securityContext.?runAsUser.or(pod.spec.?securityContext.?runAsUser).optMap(user, user == 0 || user >= 10000).orValue(!params.named)',
  parameters: { named: false },
  message: 'it names a user below 10000, who may be somebody else on the node, or none where the parameter asks for one',
  remediation: 'name a user from 10000 on, or set hostUsers to false',
  references: [Nsa.NON_ROOT],
});
