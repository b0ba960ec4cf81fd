import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/**
 * Whoever reads the secrets is everybody whose secrets they are. A rule with resourceNames reads those alone: list and watch are then granted only
 * to who asks for one of the names.
 */
export const rbacSecretsRead = new Control({
  id: 'rbac-secrets-read',
  title: 'Roles do not read all Secrets',
  recommendation: '8.7',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(`size(rule.?resourceNames.orValue([])) == 0 && ${grants({ groups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch'] })}`),
  message: 'whoever holds it reads every secret in reach',
  remediation: 'name the Secrets in resourceNames',
  references: [Cis.k8s('5.1.2'), Nsa.RBAC, Owasp.K02],
});
