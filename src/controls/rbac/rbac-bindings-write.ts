import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** A binding gives rights to whom it names. The API server lets nobody give more than they have, but everything they have. */
export const rbacBindingsWrite = new Control({
  id: 'rbac-bindings-write',
  title: 'Roles do not write bindings',
  recommendation: '8.7',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(grants({
    groups: ['rbac.authorization.k8s.io'],
    resources: ['rolebindings', 'clusterrolebindings'],
    verbs: ['create', 'update', 'patch'],
  })),
  message: 'whoever holds it gives what they may do to anybody, for good',
  remediation: 'remove the verbs that write',
  references: [Nsa.RBAC, Owasp.K02],
});
