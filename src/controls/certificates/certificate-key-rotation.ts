import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/**
 * A key that stays when its certificate is renewed is of use to who has it for as long as there are certificates. Since cert-manager 1.18 it is a
 * new one each time.
 */
export const certificateKeyRotation = new Control({
  id: 'certificate-key-rotation',
  title: 'Each certificate has a key of its own',
  recommendation: '8.6',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.privateKey.rotationPolicy',
  kinds: ['cert-manager.io/Certificate'],
  expression: 'object.?spec.?privateKey.?rotationPolicy.orValue("Always") != "Never"',
  message: 'its key stays the same when it is renewed: one that leaked stays of use',
  remediation: 'set privateKey.rotationPolicy to Always',
  references: [Nsa.ENCRYPTION],
});
