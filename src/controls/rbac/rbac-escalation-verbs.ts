import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** These verbs turn any account into any other. */
export const rbacEscalationVerbs = new Control({
  id: 'rbac-escalation-verbs',
  title: 'Roles do not grant bind, escalate or impersonate',
  recommendation: '8.7',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: 'object.?rules.orValue([]).all(rule, !rule.?verbs.orValue([]).exists(verb, verb in ["bind", "escalate", "impersonate"]))',
  message: 'whoever holds it can make themselves anybody',
  remediation: 'remove the verb',
  references: [Cis.k8s('5.1.8'), Nsa.RBAC, Owasp.K02],
});
