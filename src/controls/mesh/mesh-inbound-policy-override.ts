import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { AUTHENTICATED, INBOUND_POLICY } from './linkerd';

/** What a pod says to Linkerd counts before what its namespace says. */
export const meshInboundPolicyOverride = new Control({
  id: 'mesh-inbound-policy-override',
  title: 'Pods do not let in more than their namespace in Linkerd',
  recommendation: '5.1',
  severity: Severity.HIGH,
  subject: Subject.POD,
  field: 'metadata.annotations',
  when: `pod.?metadata.?annotations[?"${INBOUND_POLICY}"].hasValue()`,
  expression: `pod.metadata.annotations["${INBOUND_POLICY}"] in ${AUTHENTICATED}`,
  message: 'it also serves clients that neither encrypt nor prove who they are',
  remediation: `remove the annotation ${INBOUND_POLICY}, or set it to deny`,
  references: [Nsa.SERVICE_MESH, Owasp.K05],
});
