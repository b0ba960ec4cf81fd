import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** The role cluster-admin grants everything; break-glass access belongs in a place of its own. */
export const clusterAdminBinding = new Control({
  id: 'cluster-admin-binding',
  title: 'Nobody is bound to cluster-admin',
  recommendation: '8.7',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'roleRef.name',
  kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  expression: 'object.roleRef.kind != "ClusterRole" || object.roleRef.name != "cluster-admin"',
  message: 'its subjects own the cluster',
  remediation: 'bind a role that grants what is needed',
  references: [Cis.k8s('5.1.1'), Nsa.RBAC, Owasp.K02],
});
