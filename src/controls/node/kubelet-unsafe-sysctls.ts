import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** Unsafe sysctls reach beyond the pod that sets them. */
export const kubeletUnsafeSysctls = new Control({
  id: 'kubelet-unsafe-sysctls',
  title: 'The kubelet allows no unsafe sysctls',
  recommendation: '8.5',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'allowedUnsafeSysctls',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'size(object.?allowedUnsafeSysctls.orValue([])) == 0',
  message: 'pods may change settings of the kernel that others share',
  remediation: 'remove allowedUnsafeSysctls, or run such pods on nodes of their own',
  references: [],
  _unguarded: FILE,
});
