import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** One for every host takes the traffic of hosts that are not its own, and of those to come. */
export const meshVirtualServiceHost = new Control({
  id: 'mesh-virtual-service-host',
  title: 'VirtualServices name the hosts that they route',
  recommendation: '4.2',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.hosts',
  kinds: ['networking.istio.io/VirtualService'],
  expression: 'object.?spec.?hosts.orValue([]).all(host, !host.contains("*"))',
  message: 'it takes the traffic of hosts that it does not name',
  remediation: 'name each host, without a wildcard',
  references: [],
});
