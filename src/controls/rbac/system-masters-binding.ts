import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** The group system:masters bypasses authorization. */
export const systemMastersBinding = new Control({
  id: 'system-masters-binding',
  title: 'No role is bound to system:masters',
  recommendation: '8.7',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'subjects',
  kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  expression: 'object.?subjects.orValue([]).all(subject, subject.name != "system:masters")',
  message: 'it names a group that no authorization can restrict',
  remediation: 'bind another group',
  references: [Cis.k8s('5.1.7'), Nsa.RBAC, Owasp.K02],
});
