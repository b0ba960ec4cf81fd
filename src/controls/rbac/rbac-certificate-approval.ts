import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** Whoever approves certificates makes users. */
export const rbacCertificateApproval = new Control({
  id: 'rbac-certificate-approval',
  title: 'Roles do not approve certificates',
  recommendation: '8.7',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(grants({
    groups: ['certificates.k8s.io'],
    resources: ['certificatesigningrequests/approval'],
    verbs: ['update', 'patch'],
  })),
  message: 'whoever holds it signs a certificate for any user',
  remediation: 'remove certificatesigningrequests/approval',
  references: [Cis.k8s('5.1.11'), Nsa.RBAC, Owasp.K02],
});
