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
  expression: 'size(object.spec.?externalIPs.orValue([])) == 0',
  message: 'it claims traffic to addresses that may be another\'s',
  remediation: 'remove spec.externalIPs',
  references: [Owasp.K06],
});
