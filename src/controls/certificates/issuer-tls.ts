import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Whoever can put himself between cert-manager and its issuer gets the token, and gives out what certificates he likes. */
export const issuerTls = new Control({
  id: 'issuer-tls',
  title: 'Issuers of certificates are known by their own',
  recommendation: '8.6',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['cert-manager.io/Issuer', 'cert-manager.io/ClusterIssuer'],
  expression: 'object.?spec.?acme.?skipTLSVerify.orValue(false) == false'
    + ' && object.?spec.?vault.?server.orValue("https://").startsWith("https://")',
  message: 'cert-manager does not verify whom it asks for certificates',
  remediation: 'remove acme.skipTLSVerify and give caBundle; write the address of Vault with https',
  references: [Nsa.ENCRYPTION],
});
