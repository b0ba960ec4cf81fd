import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** For agents that need a port of their node: where host-port is acknowledged, this one keeps to what was agreed on. */
export const hostPortRange = new Control({
  id: 'host-port-range',
  title: 'Host ports are of the range that the team allows',
  recommendation: '4.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'ports',
  expression: 'container.?ports.orValue([]).all(port, port.?hostPort.orValue(0) == 0 || (params.minimum <= port.hostPort && port.hostPort <= params.maximum))',
  parameters: { minimum: 1, maximum: 65535 },
  message: 'it takes a port of its node that the team does not allow',
  remediation: 'remove the host port, or use one of the range',
  references: [],
});
