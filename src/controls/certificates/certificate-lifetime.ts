import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** A key that leaks is of use until its certificate ends. */
export const certificateLifetime = new Control({
  id: 'certificate-lifetime',
  title: 'Certificates are short-lived',
  recommendation: '8.6',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.duration',
  kinds: ['cert-manager.io/Certificate'],
  expression: 'duration(object.?spec.?duration.orValue("2160h")) <= duration("2400h")',
  message: 'its certificate holds for more than 100 days: a key that leaks is of use as long',
  remediation: 'set duration to 2160h or less, and let cert-manager renew it',
  references: [Nsa.ENCRYPTION],
});
