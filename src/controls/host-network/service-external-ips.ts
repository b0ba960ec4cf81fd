import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** Whoever may set external addresses can take over traffic to them. */
export const serviceExternalIps = new Control({
  id: 'service-external-ips',
  title: 'Services claim no external addresses',
  recommendation: '4.1',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec.externalIPs',
  kinds: ['Service'],
  expression: 'object.spec.?externalIPs.orValue([]).all(address, address in params.allowed)',
  parameters: { allowed: [] },
  message: 'it claims traffic to addresses that may be another\'s',
  remediation: 'remove spec.externalIPs, or put the address into the parameter allowed',
  references: [Owasp.K06],
});
