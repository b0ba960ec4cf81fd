import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

const ALL = '[dyn([pod.spec]), pod.spec.?containers.orValue([]), pod.spec.?initContainers.orValue([]), pod.spec.?ephemeralContainers.orValue([])]';

/** The options of the pod and of each container: an allowed type, no user and no role. */
function expression(types: readonly string[]): string {
  const options = (name: string) => `holder.?securityContext.?seLinuxOptions.?${name}.orValue("")`;
  const allowed = ['', ...types].map(type => `"${type}"`).join(', ');
  return `${ALL}.all(list, list.all(holder, ${options('type')} in [${allowed}] && ${options('user')} == "" && ${options('role')} == ""))`;
}

/** SELinux keeps a container from the files and processes of others; another type or user breaks that. */
export const selinuxOptions = new Control({
  id: 'selinux-options',
  title: 'No pod or container changes its SELinux user, role or type',
  recommendation: '2.3',
  severity: Severity.HIGH,
  subject: Subject.POD,
  field: 'spec.securityContext.seLinuxOptions',
  expression: expression(['container_t', 'container_init_t', 'container_kvm_t']),
  versions: [
    { since: '1.31', expression: expression(['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']) },
  ],
  message: 'it leaves the SELinux domain of containers',
  remediation: 'remove seLinuxOptions, or keep only the level',
  references: [Pss.BASELINE, Nsa.HARDENED_ENVIRONMENT, Owasp.K01],
});
