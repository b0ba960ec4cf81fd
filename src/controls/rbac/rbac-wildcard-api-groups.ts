import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A wildcard grants what nobody thought of, today and after the next upgrade. */
export const rbacWildcardApiGroups = new Control({
  id: 'rbac-wildcard-api-groups',
  title: 'Roles name the API groups they grant',
  recommendation: '8.7',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: 'object.?rules.orValue([]).all(rule, !("*" in rule.?apiGroups.orValue([])))',
  message: 'it grants resources of every API group, also those to come',
  remediation: 'name the API groups',
  references: [Cis.k8s('5.1.3'), Nsa.RBAC, Owasp.K02],
});
