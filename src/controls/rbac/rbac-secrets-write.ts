import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** Whoever changes a secret changes what its readers trust, and whoever makes one can ask for a token of any service account in it. */
export const rbacSecretsWrite = new Control({
  id: 'rbac-secrets-write',
  title: 'Roles do not write Secrets',
  recommendation: '8.7',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(grants({ groups: [''], resources: ['secrets'], verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'] })),
  message: 'whoever holds it replaces credentials, or makes a Secret that gets the token of a service account',
  remediation: 'remove the verbs that write',
  references: [Nsa.RBAC, Owasp.K02],
});
