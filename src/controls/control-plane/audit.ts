import { atLeast, flagControl, named } from './flag-control';
import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';

/** What is kept of what was asked. */
export const AUDIT_FLAGS = [
  flagControl({
    id: 'audit-log',
    title: 'The API server writes an audit log',
    recommendation: '7.3',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'audit-log-path', holds: (value, line) => named(value) || named(line.value('audit-webhook-config-file')) },
    ],
    message: 'nobody can say afterwards who did what',
    remediation: 'set --audit-log-path or --audit-webhook-config-file, and --audit-policy-file',
    references: [Cis.k8s('1.2.16'), Nsa.AUDIT, Owasp.K10],
  }),
  flagControl({
    id: 'audit-policy-file',
    title: 'The API server has an audit policy',
    recommendation: '7.3',
    severity: Severity.HIGH,
    rules: [{ components: ['kube-apiserver'], flag: 'audit-policy-file', holds: named }],
    message: 'without a policy nothing is logged, whatever says where to',
    remediation: 'set --audit-policy-file',
    references: [Nsa.AUDIT, Owasp.K10],
  }),
  flagControl({
    id: 'audit-log-max-age',
    title: 'Audit logs are kept for 30 days',
    recommendation: '7.3',
    severity: Severity.MEDIUM,
    rules: [
      { components: ['kube-apiserver'], flag: 'audit-log-maxage', holds: atLeast(30), unlessIn: ['audit-webhook-config-file'] },
    ],
    message: 'the audit log of an incident is gone before it is noticed',
    remediation: 'set --audit-log-maxage to 30 or more',
    references: [Cis.k8s('1.2.17'), Nsa.AUDIT, Owasp.K10],
  }),
  flagControl({
    id: 'audit-log-max-backup',
    title: 'Ten audit logs are kept',
    recommendation: '7.3',
    severity: Severity.LOW,
    rules: [
      { components: ['kube-apiserver'], flag: 'audit-log-maxbackup', holds: atLeast(10), unlessIn: ['audit-webhook-config-file'] },
    ],
    message: 'older audit logs are removed sooner than they are read',
    remediation: 'set --audit-log-maxbackup to 10 or more',
    references: [Cis.k8s('1.2.18'), Nsa.AUDIT, Owasp.K10],
  }),
  flagControl({
    id: 'audit-log-max-size',
    title: 'Audit logs hold 100 MB each',
    recommendation: '7.3',
    severity: Severity.LOW,
    rules: [
      { components: ['kube-apiserver'], flag: 'audit-log-maxsize', holds: atLeast(100), unlessIn: ['audit-webhook-config-file'] },
    ],
    message: 'audit logs are rotated, and then removed, sooner than they are read',
    remediation: 'set --audit-log-maxsize to 100 or more',
    references: [Cis.k8s('1.2.19'), Nsa.AUDIT, Owasp.K10],
  }),
];
