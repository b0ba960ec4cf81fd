import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, holds, noRule } from './grants';

const RBAC = 'rbac.authorization.k8s.io';

/** These verbs turn any account into any other. Every verb on roles or accounts, as a wildcard, grants them too. */
export const rbacEscalationVerbs = new Control({
  id: 'rbac-escalation-verbs',
  title: 'Roles do not grant bind, escalate or impersonate',
  recommendation: '8.7',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: [`${RBAC}/Role`, `${RBAC}/ClusterRole`],
  expression: noRule(
    holds('verbs', ['impersonate']),
    // Other APIs have a verb `bind` of their own.
    `${holds('verbs', ['bind', 'escalate'])} && ${holds('apiGroups', [RBAC, '*'])}`,
    grants({ groups: [RBAC], resources: ['roles', 'clusterroles'], verbs: [] }),
    grants({ groups: [''], resources: ['users', 'groups', 'serviceaccounts'], verbs: [] }),
  ),
  message: 'whoever holds it can make themselves anybody',
  remediation: 'remove the verb, or name the others in place of a wildcard',
  references: [Cis.k8s('5.1.8'), Nsa.RBAC, Owasp.K02],
});
