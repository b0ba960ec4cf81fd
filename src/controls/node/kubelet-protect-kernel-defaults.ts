import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** The settings of the kernel are the host's, and checked. */
export const kubeletProtectKernelDefaults = new Control({
  id: 'kubelet-protect-kernel-defaults',
  title: 'The kubelet does not start on a kernel that is set up otherwise',
  recommendation: '8.5',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'protectKernelDefaults',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'object.?protectKernelDefaults.orValue(false) == true',
  message: 'it changes what the host\'s own hardening has set',
  remediation: 'set protectKernelDefaults to true, and set the kernel up as the kubelet wants it',
  references: [],
  _unguarded: FILE,
});
