import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** A host port opens its node, past network policies and services. */
export const hostPort = new Control({
  id: 'host-port',
  title: 'Containers take no port of the host',
  recommendation: '4.1',
  severity: Severity.HIGH,
  subject: Subject.CONTAINER,
  field: 'ports',
  expression: 'container.?ports.orValue([]).all(port, port.?hostPort.orValue(0) == 0)',
  message: 'it takes a port of its node',
  remediation: 'remove hostPort and reach the container through a Service',
  references: [Pss.BASELINE, Cis.k8s('5.2.12'), Nsa.POD_SECURITY, Owasp.K06],
});
