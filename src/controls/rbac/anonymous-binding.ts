import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** These groups hold everybody who reaches the API server. */
export const anonymousBinding = new Control({
  id: 'anonymous-binding',
  title: 'No role is bound to everybody',
  recommendation: '8.7',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'subjects',
  kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  expression: 'object.?subjects.orValue([]).all(subject, !(subject.name in ["system:anonymous", "system:unauthenticated", "system:authenticated"]))',
  message: 'it grants its role to everybody who reaches the API server',
  remediation: 'bind the role to the accounts that need it',
  references: [Nsa.RBAC, Owasp.K02],
});
