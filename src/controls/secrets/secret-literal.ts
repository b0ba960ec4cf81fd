import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A secret in a manifest is a secret in version control. */
export const secretLiteral = new Control({
  id: 'secret-literal',
  title: 'No Secret is written out in the manifests',
  recommendation: '10.3',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'data',
  kinds: ['Secret'],
  expression: 'size(object.?data.orValue({})) == 0 && size(object.?stringData.orValue({})) == 0',
  message: 'its value can be read by everybody who reads the manifests',
  remediation: 'keep it in a store and refer to it, for example with an ExternalSecret',
  references: [Nsa.SECRETS, Owasp.K03],
});
