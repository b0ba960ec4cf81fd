import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** In permissive mode everybody may still speak in clear. */
export const meshStrictMtls = new Control({
  id: 'mesh-strict-mtls',
  title: 'Mutual TLS is required',
  recommendation: '5.1',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec.mtls.mode',
  kinds: ['security.istio.io/PeerAuthentication'],
  expression: 'object.?spec.?mtls.?mode.orValue("UNSET") in ["STRICT", "UNSET"]',
  message: 'it lets clients speak without encryption or identity',
  remediation: 'set mtls.mode to STRICT',
  references: [Nsa.SERVICE_MESH, Nsa.ENCRYPTION, Owasp.K05],
});
