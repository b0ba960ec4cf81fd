import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** KEDA sends the credentials of a trigger to whoever answers. */
export const scalerTls = new Control({
  id: 'scaler-tls',
  title: 'Scalers verify whom they ask',
  recommendation: '5.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.triggers',
  kinds: ['keda.sh/ScaledObject', 'keda.sh/ScaledJob'],
  expression: 'object.?spec.?triggers.orValue([]).all(trigger, trigger.?metadata.?unsafeSsl.orValue("false") != "true")',
  message: 'it gives its credentials to whoever answers, and scales by what he says',
  remediation: 'remove unsafeSsl, and give the authority in a TriggerAuthentication',
  references: [Nsa.ENCRYPTION],
});
