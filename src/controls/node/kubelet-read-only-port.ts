import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** The read-only port has neither authentication nor encryption. */
export const kubeletReadOnlyPort = new Control({
  id: 'kubelet-read-only-port',
  title: 'The kubelet has no port without authentication',
  recommendation: '2.2',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'readOnlyPort',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'object.?readOnlyPort.orValue(0) == 0',
  message: 'whoever reaches its read-only port reads the specifications of all its pods',
  remediation: 'set readOnlyPort to 0',
  references: [Cis.k8s('4.2.4'), Nsa.AUTHENTICATION],
  _unguarded: FILE,
});
