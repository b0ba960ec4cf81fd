import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** For programs that keep other capabilities: with NET_RAW a container answers ARP and DNS in the name of others. drop-all-capabilities asks for more. */
export const netRawCapability = new Control({
  id: 'net-raw-capability',
  title: 'Containers drop NET_RAW',
  recommendation: '2.5',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'securityContext.capabilities.drop',
  when: 'pod.spec.?os.?name.orValue("") != "windows"',
  expression: 'container.?securityContext.?capabilities.?drop.orValue([]).exists(name, name.upperAscii() in ["ALL", "NET_RAW"])'
    + ' && !container.?securityContext.?capabilities.?add.orValue([]).exists(name, name.upperAscii() in ["ALL", "NET_RAW"])',
  message: 'it can forge packets, and answer in the name of others',
  remediation: 'add NET_RAW, or better ALL, to securityContext.capabilities.drop',
  references: [Cis.k8s('5.2.8'), Nsa.POD_SECURITY],
});
