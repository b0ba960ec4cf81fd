import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A token in a Secret never expires, and is read by whoever reads Secrets. The kubelet gives pods one that is renewed. */
export const legacyServiceAccountToken = new Control({
  id: 'legacy-service-account-token',
  title: 'No token of a service account is kept in a Secret',
  recommendation: '5.2',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  kinds: ['Secret'],
  expression: 'object.?type.orValue("") != "kubernetes.io/service-account-token"',
  message: 'it keeps a token that never expires',
  remediation: 'remove it, and mount a token with serviceAccountToken in a projected volume, or ask for one with kubectl create token',
  references: [Nsa.SERVICE_ACCOUNT_TOKEN, Owasp.K06],
});
