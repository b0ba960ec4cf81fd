import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A selector that is empty selects every namespace, and each that is made later. */
export const clusterExternalSecretScope = new Control({
  id: 'cluster-external-secret-scope',
  title: 'A secret for several namespaces names them',
  recommendation: '10.3',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.namespaceSelectors',
  kinds: ['external-secrets.io/ClusterExternalSecret'],
  expression: '([object.?spec.?namespaceSelector] + object.?spec.?namespaceSelectors.orValue([]).map(each'
    + ', optional.of(each))).all(selector, !selector.hasValue() || selector.?matchLabels.orValue({}).size() > 0'
    + ' || selector.?matchExpressions.orValue([]).size() > 0)',
  message: 'it puts the secret into every namespace',
  remediation: 'select the namespaces that need it by a label',
  references: [Nsa.SECRETS, Owasp.K03],
});
