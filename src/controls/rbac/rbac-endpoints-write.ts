import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** Endpoints and EndpointSlices say where a Service, an Ingress and a load balancer send traffic, past every NetworkPolicy between namespaces (CVE-2021-25740). */
export const rbacEndpointsWrite = new Control({
  id: 'rbac-endpoints-write',
  title: 'Roles do not write endpoints',
  recommendation: '8.7',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(
    grants({ groups: [''], resources: ['endpoints'], verbs: ['create', 'update', 'patch'] }),
    grants({ groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['create', 'update', 'patch'] }),
  ),
  message: 'whoever holds it sends the traffic of a Service to any address, also in other namespaces',
  remediation: 'remove the verbs create, update and patch: the control plane writes endpoints',
  references: [Nsa.RBAC, Owasp.K02],
});
