import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** The address in the status of a Service is believed: traffic to it stays in the cluster (CVE-2020-8554). */
export const rbacServiceStatus = new Control({
  id: 'rbac-service-status',
  title: 'Roles do not write the status of Services',
  recommendation: '8.7',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(grants({ groups: [''], resources: ['services/status'], verbs: ['update', 'patch'] })),
  message: 'whoever holds it takes over traffic of the cluster to any address',
  remediation: 'remove the subresource',
  references: [Nsa.RBAC, Owasp.K02],
});
