import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** A token is the account. */
export const rbacTokenCreate = new Control({
  id: 'rbac-token-create',
  title: 'Roles do not make tokens of service accounts',
  recommendation: '8.7',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(grants({ groups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] })),
  message: 'whoever holds it acts as every service account in reach',
  remediation: 'remove serviceaccounts/token',
  references: [Cis.k8s('5.1.13'), Nsa.RBAC, Owasp.K02],
});
