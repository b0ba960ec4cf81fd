import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** Whoever reads the secrets is everybody whose secrets they are. */
export const rbacSecretsRead = new Control({
  id: 'rbac-secrets-read',
  title: 'Roles do not read all Secrets',
  recommendation: '8.7',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: 'object.?rules.orValue([]).all(rule, !("secrets" in rule.?resources.orValue([]))'
    + ' || !rule.?verbs.orValue([]).exists(verb, verb in ["list", "watch"] || (verb == "get" && size(rule.?resourceNames.orValue([])) == 0)))',
  message: 'whoever holds it reads every secret in reach',
  remediation: 'name the Secrets in resourceNames and grant get alone',
  references: [Cis.k8s('5.1.2'), Nsa.RBAC, Owasp.K02],
});
