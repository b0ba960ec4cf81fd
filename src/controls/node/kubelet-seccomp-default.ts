import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** The profile of the container runtime is the default on the node. */
export const kubeletSeccompDefault = new Control({
  id: 'kubelet-seccomp-default',
  title: 'Pods that name no seccomp profile get that of the runtime',
  recommendation: '8.5',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'seccompDefault',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'object.?seccompDefault.orValue(false) == true',
  message: 'a pod that names no profile may use every system call',
  remediation: 'set seccompDefault to true',
  references: [Cis.k8s('4.2.14'), Nsa.HARDENED_ENVIRONMENT],
  _unguarded: FILE,
});
