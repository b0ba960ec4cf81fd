import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** Whoever opens a shell in a pod has its identity and its secrets. */
export const rbacPodsExec = new Control({
  id: 'rbac-pods-exec',
  title: 'Roles do not open a shell in pods',
  recommendation: '8.7',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: 'object.?rules.orValue([]).all(rule, !rule.?resources.orValue([]).exists(resource, resource in ["pods/exec", "pods/attach", "pods/portforward", "pods/ephemeralcontainers"]))',
  message: 'whoever holds it acts as every pod in reach',
  remediation: 'remove the subresource',
  references: [Cis.k8s('5.1.4'), Nsa.RBAC, Owasp.K02],
});
