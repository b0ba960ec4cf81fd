import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/**
 * A key or a token that lies in a Secret does not end by itself, and opens the store from anywhere. What a service account proves ends soon, and is
 * of use in its cluster alone.
 */
export const secretStoreIdentity = new Control({
  id: 'secret-store-identity',
  title: 'Stores of secrets know who asks by its workload identity',
  recommendation: '10.3',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.provider',
  kinds: ['external-secrets.io/SecretStore', 'external-secrets.io/ClusterSecretStore'],
  expression: '!has(object.?spec.?provider.?aws.?auth.orValue({}).secretRef)'
    + ' && !has(object.?spec.?provider.?gcpsm.?auth.orValue({}).secretRef)'
    + ' && !has(object.?spec.?provider.?vault.?auth.orValue({}).tokenSecretRef)'
    + ' && !has(object.?spec.?provider.?vault.?auth.orValue({}).userPass) && (!object.?spec.?provider.?azurekv.hasValue()'
    + ' || object.spec.provider.azurekv.?authType.orValue("ServicePrincipal") != "ServicePrincipal")',
  message: 'a credential that lies in a Secret opens the store from anywhere, and does not end',
  remediation: 'let the store know a service account: jwt, workloadIdentity or kubernetes',
  references: [Nsa.SECRETS, Owasp.K03],
});
