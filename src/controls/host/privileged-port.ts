import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** A port below 1024 needs a capability or root on many runtimes. */
export const privilegedPort = new Control({
  id: 'privileged-port',
  title: 'Containers listen on ports that need no privilege',
  recommendation: '2.5',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'ports',
  expression: 'container.?ports.orValue([]).all(port, port.?containerPort.orValue(1024) >= 1024)',
  message: 'it listens on a port below 1024, which wants root or a capability',
  remediation: 'listen on a port from 1024 on; a Service can still offer the lower one',
  references: [Nsa.NON_ROOT],
});
