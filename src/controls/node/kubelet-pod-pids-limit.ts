import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** Every pod has a limit of processes. */
export const kubeletPodPidsLimit = new Control({
  id: 'kubelet-pod-pids-limit',
  title: 'Pods cannot exhaust the processes of their node',
  recommendation: '12.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'podPidsLimit',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'object.?podPidsLimit.orValue(-1) > 0',
  message: 'one pod can start so many processes that its node stops',
  remediation: 'set podPidsLimit, to 4096 for example',
  references: [Cis.k8s('4.2.13'), Nsa.RESOURCE_POLICY],
  _unguarded: FILE,
});
