import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** What isolates pods is objects too: whoever changes them opens or redirects traffic. */
export const rbacNetworkWrite = new Control({
  id: 'rbac-network-write',
  title: 'Roles do not change who reaches whom',
  recommendation: '8.7',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(grants({
    groups: ['networking.k8s.io', '', 'discovery.k8s.io'],
    resources: ['networkpolicies', 'ingresses', 'endpoints', 'endpointslices'],
    verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'],
  })),
  message: 'whoever holds it opens what is isolated, or sends traffic elsewhere',
  remediation: 'remove the verbs that write',
  references: [Nsa.NETWORK_POLICY, Owasp.K02],
});
