import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A wildcard grants what nobody thought of, today and after the next upgrade. */
export const rbacWildcardResources = new Control({
  id: 'rbac-wildcard-resources',
  title: 'Roles name the resources they grant',
  recommendation: '8.7',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: 'object.?rules.orValue([]).all(rule, !("*" in rule.?resources.orValue([])))',
  message: 'it grants every resource of its groups, also those to come',
  remediation: 'name the resources',
  references: [Cis.k8s('5.1.3'), Nsa.RBAC, Owasp.K02],
});
