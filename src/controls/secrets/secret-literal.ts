import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A secret in a manifest is a secret in version control. An empty value is a place for a program to fill in. */
export const secretLiteral = new Control({
  id: 'secret-literal',
  title: 'No Secret is written out in the manifests',
  recommendation: '10.3',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'data',
  kinds: ['Secret'],
  expression: '[object.?data.orValue({}), object.?stringData.orValue({})].all(values, values.all(key, values[key] == ""))',
  _unguarded: 'in the cluster every Secret has its value',
  message: 'its value can be read by everybody who reads the manifests',
  remediation: 'keep it in a store and refer to it, for example with an ExternalSecret',
  references: [Cis.k8s('5.4.2'), Nsa.SECRETS, Owasp.K03],
});
