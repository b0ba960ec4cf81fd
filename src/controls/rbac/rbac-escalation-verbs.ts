import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { noneGranted } from './grants';

/** These verbs turn any account into any other. Where the verb itself is granted, every resource counts. */
export const rbacEscalationVerbs = new Control({
  id: 'rbac-escalation-verbs',
  title: 'Roles do not grant bind, escalate or impersonate',
  recommendation: '8.7',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: [
    noneGranted(
      { groups: ['rbac.authorization.k8s.io'], resources: ['roles', 'clusterroles'], verbs: ['bind', 'escalate'] },
      { groups: [''], resources: ['users', 'groups', 'serviceaccounts'], verbs: ['impersonate'] },
    ),
    // Other APIs have a verb `bind` of their own, such as that of kcp.
    'object.?rules.orValue([]).all(rule, !("*" in rule.?resources.orValue([]) && rule.?verbs.orValue([]).exists(verb, verb == "impersonate"'
      + ' || (verb in ["bind", "escalate"] && rule.?apiGroups.orValue([]).exists(group, group in ["rbac.authorization.k8s.io", "*"])))))',
  ].join(' && '),
  message: 'whoever holds it can make themselves anybody',
  remediation: 'remove the verb, or name the others in place of a wildcard',
  references: [Cis.k8s('5.1.8'), Nsa.RBAC, Owasp.K02],
});
