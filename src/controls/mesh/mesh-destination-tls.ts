import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A client that is told not to encrypt is one whatever its server asks for. */
export const meshDestinationTls = new Control({
  id: 'mesh-destination-tls',
  title: 'Clients encrypt what they send',
  recommendation: '5.1',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec.trafficPolicy',
  kinds: ['networking.istio.io/DestinationRule'],
  expression: '([object.?spec.?trafficPolicy] + object.?spec.?subsets.orValue([]).map(subset, subset.?trafficPolicy)).all(policy,'
    + ' policy.?tls.?mode.orValue("") != "DISABLE" && policy.?portLevelSettings.orValue([]).all(port, port.?tls.?mode.orValue("") != "DISABLE"))',
  message: 'it tells clients to speak in clear',
  remediation: 'set tls.mode to ISTIO_MUTUAL, or leave it away',
  references: [Nsa.SERVICE_MESH, Nsa.ENCRYPTION, Owasp.K05],
});
