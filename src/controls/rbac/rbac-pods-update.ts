import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** Whoever changes the image of a running pod runs a program of their own with its identity. */
export const rbacPodsUpdate = new Control({
  id: 'rbac-pods-update',
  title: 'Roles do not change running pods',
  recommendation: '8.7',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(grants({ groups: [''], resources: ['pods'], verbs: ['update', 'patch'] })),
  message: 'whoever holds it puts an image of their own into a running pod, with its service account and Secrets',
  remediation: 'grant changes of the workload that makes the pods, such as deployments, in place of pods',
  references: [Nsa.RBAC, Owasp.K02],
});
