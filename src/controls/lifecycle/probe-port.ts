import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Every place of a container where the kubelet is told to call a port that may be given by name. */
const PORTS = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.?postStart', 'lifecycle.?preStop']
  .flatMap(place => ['httpGet', 'tcpSocket'].map(action => `container.?${place}.?${action}.?port`));

/** A probe that names a port which its container does not have always fails, and the container is restarted or gets no traffic. */
export const probePort = new Control({
  id: 'probe-port',
  title: 'Probes and lifecycle handlers name ports of their container',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  expression: `[${PORTS.join(', ')}].all(port, !port.hasValue() || type(port.value()) != string`
    + ' || container.?ports.orValue([]).exists(own, own.?name.orValue("") == port.value()))',
  message: 'a probe or lifecycle handler calls a port by a name that the container does not have: it always fails',
  remediation: 'name the port in the container\'s ports, or correct the probe',
  references: [],
});
