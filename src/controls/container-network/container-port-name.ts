import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A Service and a policy that name a port follow it when its number changes. */
export const containerPortName = new Control({
  id: 'container-port-name',
  title: 'Ports of containers have names',
  recommendation: '5.4',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'ports',
  expression: 'container.?ports.orValue([]).all(port, port.?name.orValue("") != "")',
  message: 'policies, probes and Services must know its number',
  remediation: 'name the port',
  references: [],
});
