import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** One key for many names is stolen once for all of them. */
export const certificateNames = new Control({
  id: 'certificate-names',
  title: 'Certificates are for few names',
  recommendation: '8.6',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.dnsNames',
  kinds: ['cert-manager.io/Certificate'],
  expression: 'size(object.?spec.?dnsNames.orValue([])) <= params.maximum',
  parameters: { maximum: 10 },
  message: 'whoever has its key is all of its names',
  remediation: 'make a certificate for each program',
  references: [],
});
