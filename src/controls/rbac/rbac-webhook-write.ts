import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** An admission webhook sees and changes every object on its way in. */
export const rbacWebhookWrite = new Control({
  id: 'rbac-webhook-write',
  title: 'Roles do not change admission webhooks',
  recommendation: '8.7',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(grants({
    groups: ['admissionregistration.k8s.io'],
    resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
    verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'],
  })),
  message: 'whoever holds it reads and changes every object on its way into the cluster',
  remediation: 'remove the verbs that write',
  references: [Cis.k8s('5.1.12'), Nsa.RBAC, Owasp.K02],
});
