import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** Annotations by which traffic of a pod goes past its proxy. */
const EXCLUSIONS = '(name.startsWith("traffic.sidecar.istio.io/exclude") || name.startsWith("config.linkerd.io/skip-")'
  + ' || name == "ambient.istio.io/bypass-inbound-capture")';

/** Traffic past the proxy is traffic past the policies. */
export const meshTrafficExclusion = new Control({
  id: 'mesh-traffic-exclusion',
  title: 'No traffic goes past the proxy of the mesh',
  recommendation: '5.1',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'metadata.annotations',
  expression: `pod.?metadata.?annotations.orValue({}).all(name, !${EXCLUSIONS} || pod.metadata.annotations[name] in ["", "false"])`,
  message: 'some of its traffic is neither encrypted nor authenticated',
  remediation: 'remove the exclusion, or acknowledge which traffic it is for',
  references: [Nsa.SERVICE_MESH, Owasp.K05],
});
