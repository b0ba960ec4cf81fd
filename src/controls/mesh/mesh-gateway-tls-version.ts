import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Istio asks for 1.2 where nothing is written. */
export const meshGatewayTlsVersion = new Control({
  id: 'mesh-gateway-tls-version',
  title: 'Gateways of a mesh speak TLS 1.2 at least',
  recommendation: '4.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.servers',
  kinds: ['networking.istio.io/Gateway'],
  expression: 'object.?spec.?servers.orValue([]).all(server, !(server.?tls.?minProtocolVersion.orValue("TLS_AUTO") in ["TLSV1_0", "TLSV1_1"]))',
  message: 'it speaks versions of TLS that are broken',
  remediation: 'remove tls.minProtocolVersion',
  references: [Nsa.ENCRYPTION],
});
