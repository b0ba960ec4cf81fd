import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A wildcard grants what nobody thought of, today and after the next upgrade. */
export const rbacWildcardVerbs = new Control({
  id: 'rbac-wildcard-verbs',
  title: 'Roles name the verbs they grant',
  recommendation: '8.7',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: 'object.?rules.orValue([]).all(rule, !("*" in rule.?verbs.orValue([])))',
  message: 'it grants every verb, also those to come',
  remediation: 'name the verbs',
  references: [Cis.k8s('5.1.3'), Nsa.RBAC, Owasp.K02],
});
