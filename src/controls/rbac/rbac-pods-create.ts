import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** A pod may name any service account and mount any Secret of its namespace, without a review of what a workload would show. */
export const rbacPodsCreate = new Control({
  id: 'rbac-pods-create',
  title: 'Roles do not make bare pods',
  recommendation: '8.7',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(grants({ groups: [''], resources: ['pods'], verbs: ['create'] })),
  message: 'whoever holds it makes a pod with any service account and any Secret of the namespace',
  remediation: 'grant the workloads that are needed, such as deployments, in place of pods',
  references: [Cis.k8s('5.1.4'), Nsa.RBAC, Owasp.K02],
});
