import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** Every place of a container where the kubelet is told to call. */
const HANDLERS = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.?postStart', 'lifecycle.?preStop']
  .flatMap(place => ['httpGet', 'tcpSocket'].map(action => `?${place}.?${action}.?host`));

/** A probe that names a host makes the kubelet reach what the pod cannot. */
export const hostProbeHost = new Control({
  id: 'host-probe-host',
  title: 'Probes and lifecycle handlers name no host',
  recommendation: '4.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  expression: 'true',
  versions: [
    { since: '1.34', expression: HANDLERS.map(handler => `container.${handler}.orValue("") == ""`).join(' && ') },
  ],
  message: 'a probe or lifecycle handler names a host: the kubelet calls it from the node',
  remediation: 'remove host from httpGet and tcpSocket',
  references: [Pss.BASELINE, Owasp.K05],
});
