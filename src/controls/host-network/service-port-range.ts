import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Firewalls and policies are written for ranges of ports. */
export const servicePortRange = new Control({
  id: 'service-port-range',
  title: 'Services listen on ports that the team allows',
  recommendation: '4.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.ports',
  kinds: ['Service'],
  expression: 'object.spec.?ports.orValue([]).all(port, params.minimum <= port.port && port.port <= params.maximum)',
  parameters: { minimum: 1, maximum: 65535 },
  message: 'it listens on a port that the team does not allow',
  remediation: 'use a port of the range',
  references: [],
});
