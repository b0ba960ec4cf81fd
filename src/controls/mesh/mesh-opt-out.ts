import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** What leaves the mesh speaks in clear, and proves nothing. */
export const meshOptOut = new Control({
  id: 'mesh-opt-out',
  title: 'Pods do not leave the mesh',
  recommendation: '5.1',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'metadata',
  expression: 'pod.?metadata.?labels[?"istio.io/dataplane-mode"].orValue("") != "none"'
    + ' && pod.?metadata.?labels[?"sidecar.istio.io/inject"].orValue("") != "false"'
    + ' && pod.?metadata.?annotations[?"sidecar.istio.io/inject"].orValue("") != "false"'
    + ' && pod.?metadata.?annotations[?"linkerd.io/inject"].orValue("") != "disabled"',
  message: 'it takes no part in a mesh: what it says is neither encrypted nor authenticated by it',
  remediation: 'remove the label or annotation that keeps it out',
  references: [Nsa.SERVICE_MESH, Owasp.K05],
});
