import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** For nodes with SELinux on which the team keeps tenants apart by levels. Others leave it to the runtime. */
export const selinuxPresent = new Control({
  id: 'selinux-present',
  title: 'Containers name their SELinux options',
  recommendation: '2.3',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'securityContext.seLinuxOptions',
  when: 'pod.spec.?os.?name.orValue("") != "windows"',
  expression: '[pod.spec, container].exists(each, each.?securityContext.?seLinuxOptions.hasValue())',
  message: 'it shares what its runtime gives, whatever the team keeps apart by levels',
  remediation: 'set securityContext.seLinuxOptions, such as the level of the tenant',
  references: [Nsa.HARDENED_ENVIRONMENT],
});
