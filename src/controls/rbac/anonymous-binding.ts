import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** Who everybody is: whoever reaches the API server, whoever it knows, and every pod of the cluster. */
const EVERYBODY = ['system:anonymous', 'system:unauthenticated', 'system:authenticated', 'system:serviceaccounts'];

/** Roles that are the API server's own and for everybody: they show what it can do, and who asks. */
const PUBLIC = ['system:discovery', 'system:basic-user', 'system:public-info-viewer', 'system:service-account-issuer-discovery'];

const list = (names: readonly string[]) => `[${names.map(name => `"${name}"`).join(', ')}]`;

/** What everybody may do, an attacker may do first. */
export const anonymousBinding = new Control({
  id: 'anonymous-binding',
  title: 'No role is bound to everybody',
  recommendation: '8.7',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'subjects',
  kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  when: `object.roleRef.kind != "ClusterRole" || !(object.roleRef.name in ${list(PUBLIC)})`,
  expression: `object.?subjects.orValue([]).all(subject, !(subject.name in ${list(EVERYBODY)}))`,
  message: 'it grants its role to everybody who reaches the API server, or to every pod of the cluster',
  remediation: 'bind the role to the accounts that need it',
  references: [Nsa.RBAC, Owasp.K02],
});
