import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { RemedyClass } from '../remedy';
import { Subject } from '../subject';

/** The API server refuses a user namespace beside a namespace or a block device of the node, and on Windows. */
const MAY_HAVE_ONE = '["hostNetwork", "hostPID", "hostIPC"].all(field, pod.spec[?field].orValue(false) == false)'
  + ' && pod.spec.?os.?name.orValue("linux") != "windows"'
  + ' && (pod.spec.?containers.orValue([]) + pod.spec.?initContainers.orValue([])).all(container, size(container.?volumeDevices.orValue([])) == 0)';

/** Root in a container is nobody on its node. From Kubernetes 1.33 on every cluster has it, where its nodes do. */
export const userNamespace = new Control({
  id: 'user-namespace',
  title: 'Pods have a user namespace of their own',
  recommendation: '2.3',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.hostUsers',
  when: MAY_HAVE_ONE,
  expression: 'true',
  versions: [{ since: '1.33', expression: 'pod.spec.?hostUsers.orValue(true) == false' }],
  remedy: {
    remedyClass: RemedyClass.BEHAVIOURAL,
    fields: [{ path: 'spec.hostUsers', value: false }],
  },
  message: 'a process that breaks out of it is the same user on the node',
  remediation: 'set hostUsers to false',
  references: [Nsa.HARDENED_ENVIRONMENT],
});
