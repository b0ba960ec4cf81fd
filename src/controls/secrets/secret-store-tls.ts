import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** Secrets, and the token that reads them, cross the network in clear where the address of a store is plain HTTP. */
export const secretStoreTls = new Control({
  id: 'secret-store-tls',
  title: 'Stores of secrets are spoken to in encrypted form',
  recommendation: '10.3',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec.provider',
  kinds: ['external-secrets.io/SecretStore', 'external-secrets.io/ClusterSecretStore'],
  expression: '[object.?spec.?provider.?vault.?server, object.?spec.?provider.?conjur.?url'
    + ', object.?spec.?provider.?onepassword.?connectHost, object.?spec.?provider.?gitlab.?url, object.?spec.?provider.?infisical.?hostAPI'
    + ', object.?spec.?provider.?webhook.?url, object.?spec.?provider.?secretserver.?serverURL].all(address'
    + ', !address.orValue("").startsWith("http://"))',
  message: 'secrets and the token that reads them cross the network in clear',
  remediation: 'write the address of the store with https, and give its authority in caBundle or caProvider',
  references: [Nsa.ENCRYPTION, Nsa.SECRETS, Owasp.K03],
});
