import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

const SAFE = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.ip_local_reserved_ports',
];
const TCP = ['net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes'];
const MEMORY = ['net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'];

function expression(further: readonly string[]): string {
  return `pod.spec.?securityContext.?sysctls.orValue([]).all(sysctl, sysctl.name in [${[...SAFE, ...further].map(name => `"${name}"`).join(', ')}])`;
}

/** Some kernel parameters belong to the node, not to the pod. */
export const sysctls = new Control({
  id: 'sysctls',
  title: 'Pods set only kernel parameters that are safe',
  recommendation: '2.3',
  severity: Severity.HIGH,
  subject: Subject.POD,
  field: 'spec.securityContext.sysctls',
  expression: expression([]),
  versions: [
    { since: '1.29', expression: expression(TCP) },
    { since: '1.32', expression: expression([...TCP, ...MEMORY]) },
    { since: '1.37', expression: expression([...TCP, ...MEMORY, 'net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_notsent_lowat']) },
  ],
  message: 'it changes a kernel parameter that other pods of its node feel',
  remediation: 'remove the parameter, or set it on the node',
  references: [Pss.BASELINE, Owasp.K01],
});
