import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Root in a container is nobody on its node. */
export const userNamespace = new Control({
  id: 'user-namespace',
  title: 'Pods have a user namespace of their own',
  recommendation: '2.3',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.hostUsers',
  expression: 'true',
  versions: [{ since: '1.33', expression: 'pod.spec.?hostUsers.orValue(true) == false' }],
  message: 'a process that breaks out keeps its user on the node',
  remediation: 'set hostUsers to false',
  references: [Nsa.HARDENED_ENVIRONMENT],
});
