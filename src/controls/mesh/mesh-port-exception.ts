import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** An exception for a port is an open door beside a locked one. */
export const meshPortException = new Control({
  id: 'mesh-port-exception',
  title: 'No port is exempt from mutual TLS',
  recommendation: '5.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.portLevelMtls',
  kinds: ['security.istio.io/PeerAuthentication'],
  expression: 'object.?spec.?portLevelMtls.orValue({}).all(port, object.spec.portLevelMtls[port].?mode.orValue("UNSET") in ["STRICT", "UNSET"])',
  message: 'one of its ports also answers without encryption or identity',
  remediation: 'remove portLevelMtls, or set its modes to STRICT',
  references: [Nsa.SERVICE_MESH, Owasp.K05],
});
