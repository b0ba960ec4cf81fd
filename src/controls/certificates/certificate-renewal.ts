import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** What is renewed in the last tenth of its life leaves little time where its issuer does not answer. */
export const certificateRenewal = new Control({
  id: 'certificate-renewal',
  title: 'Certificates are renewed well before they end',
  recommendation: '8.6',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.renewBefore',
  kinds: ['cert-manager.io/Certificate'],
  when: 'object.?spec.?renewBefore.hasValue()',
  expression: 'duration(object.spec.renewBefore).getSeconds() * 10 >= duration(object.spec.?duration.orValue("2160h")).getSeconds()',
  message: 'less than a tenth of its life is left when it is renewed: where its issuer does not answer, it ends',
  remediation: 'set renewBefore to a third of duration, or remove it',
  references: [Nsa.ENCRYPTION],
});
