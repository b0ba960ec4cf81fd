import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** What is read once stays when it is rotated or taken back. */
export const externalSecretRefresh = new Control({
  id: 'external-secret-refresh',
  title: 'Secrets are read again from their store',
  recommendation: '10.3',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['external-secrets.io/ExternalSecret'],
  expression: 'object.?spec.?refreshPolicy.orValue("Periodic") == "Periodic"'
    + ' && !object.?spec.?refreshInterval.orValue("1h").matches("^(0[a-z]*)+$")',
  message: 'it is read once: a secret that is rotated, or taken back, stays in the cluster',
  remediation: 'set refreshPolicy to Periodic and refreshInterval to an hour or so',
  references: [Nsa.SECRETS, Owasp.K03],
});
