import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** Whoever opens a shell in a pod has its identity and its secrets. */
export const rbacPodsExec = new Control({
  id: 'rbac-pods-exec',
  title: 'Roles do not open a shell in pods',
  recommendation: '8.7',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(grants({
    groups: [''],
    resources: ['pods/exec', 'pods/attach', 'pods/portforward', 'pods/ephemeralcontainers'],
    verbs: ['get', 'create', 'update', 'patch'],
  })),
  message: 'whoever holds it acts as every pod in reach',
  remediation: 'remove the subresource',
  references: [Nsa.RBAC, Owasp.K02],
});
