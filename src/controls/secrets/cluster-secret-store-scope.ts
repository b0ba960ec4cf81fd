import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A ClusterSecretStore without conditions reads for whoever makes an ExternalSecret, in every namespace. */
export const clusterSecretStoreScope = new Control({
  id: 'cluster-secret-store-scope',
  title: 'A store of secrets for several namespaces names them',
  recommendation: '10.3',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.conditions',
  kinds: ['external-secrets.io/ClusterSecretStore'],
  expression: 'object.?spec.?conditions.orValue([]).size() > 0 && object.spec.conditions.all(condition, has(condition.namespaces)'
    + ' || has(condition.namespaceRegexes) || condition.?namespaceSelector.?matchLabels.orValue({}).size() > 0'
    + ' || condition.?namespaceSelector.?matchExpressions.orValue([]).size() > 0)',
  message: 'every namespace reads secrets through it, with its credentials',
  remediation: 'say in conditions which namespaces use it',
  references: [Nsa.SECRETS, Owasp.K03],
});
