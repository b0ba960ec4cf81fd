import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** What comes in by plain HTTP is sent on to HTTPS, and nothing else. */
export const meshGatewayTls = new Control({
  id: 'mesh-gateway-tls',
  title: 'Gateways of a mesh speak in encrypted form',
  recommendation: '4.1',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec.servers',
  kinds: ['networking.istio.io/Gateway'],
  expression: 'object.?spec.?servers.orValue([]).all(server, !(server.?port.?protocol.orValue("") in ["HTTP", "HTTP2", "GRPC"])'
    + ' || server.?tls.?httpsRedirect.orValue(false) == true)',
  message: 'what clients send, their credentials too, can be read on the way',
  remediation: 'set tls.httpsRedirect, or the protocol HTTPS with a certificate',
  references: [Nsa.ENCRYPTION, Owasp.K05],
});
