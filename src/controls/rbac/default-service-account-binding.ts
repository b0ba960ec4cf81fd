import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** Every pod that names no service account has the default one. */
export const defaultServiceAccountBinding = new Control({
  id: 'default-service-account-binding',
  title: 'No role is bound to a default service account',
  recommendation: '8.7',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'subjects',
  kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  expression: 'object.?subjects.orValue([]).all(subject, subject.kind != "ServiceAccount" || subject.name != "default")',
  message: 'it grants its role to every pod that names no service account',
  remediation: 'make a ServiceAccount for the workload and bind that',
  references: [Cis.k8s('5.1.5'), Nsa.RBAC, Owasp.K02],
});
