import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** The kubelet runs commands in every pod, past admission and audit. */
export const rbacNodesProxy = new Control({
  id: 'rbac-nodes-proxy',
  title: 'Roles do not reach the kubelet',
  recommendation: '8.7',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(grants({
    groups: [''],
    resources: ['nodes/proxy'],
    verbs: ['get', 'create', 'update', 'patch', 'delete'],
  })),
  message: 'whoever holds it runs commands in every pod of the nodes, unseen by the audit log',
  remediation: 'remove nodes/proxy; nodes/metrics and nodes/stats serve monitoring',
  references: [Cis.k8s('5.1.10'), Nsa.RBAC, Owasp.K02],
});
