import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { AUTHENTICATED, INBOUND_POLICY } from './linkerd';

/** Linkerd lets everybody in, also in clear, unless told otherwise. */
export const meshInboundPolicy = new Control({
  id: 'mesh-inbound-policy',
  title: 'Namespaces of Linkerd let in only who proves an identity',
  recommendation: '5.1',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'metadata.annotations',
  kinds: ['Namespace'],
  when: 'object.?metadata.?annotations[?"linkerd.io/inject"].orValue("disabled") != "disabled"',
  expression: `object.metadata.annotations[?"${INBOUND_POLICY}"].orValue("") in ${AUTHENTICATED}`,
  message: 'its pods also serve clients that neither encrypt nor prove who they are',
  remediation: `set the annotation ${INBOUND_POLICY} to deny`,
  references: [Nsa.SERVICE_MESH, Nsa.ENCRYPTION, Owasp.K05],
});
