import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** For teams that keep no profiles on their nodes: a Localhost profile that is not there keeps a pod from starting. seccomp-profile allows both. */
export const seccompRuntimeDefault = new Control({
  id: 'seccomp-runtime-default',
  title: 'Containers run with the seccomp profile of their runtime',
  recommendation: '2.3',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'securityContext.seccompProfile.type',
  when: 'pod.spec.?os.?name.orValue("") != "windows"',
  expression: 'container.?securityContext.?seccompProfile.?type.or(pod.spec.?securityContext.?seccompProfile.?type).orValue("") == "RuntimeDefault"',
  message: 'it runs with another seccomp profile than that of its runtime, or none',
  remediation: 'set securityContext.seccompProfile.type to RuntimeDefault',
  references: [Nsa.HARDENED_ENVIRONMENT],
});
