import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** A certificate that is renewed can be short-lived. */
export const kubeletRotateCertificates = new Control({
  id: 'kubelet-rotate-certificates',
  title: 'The kubelet renews its client certificate',
  recommendation: '8.6',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'rotateCertificates',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'object.?rotateCertificates.orValue(false) == true',
  message: 'its certificate expires, or lives for years so that it does not',
  remediation: 'set rotateCertificates to true',
  references: [Cis.k8s('4.2.10'), Nsa.ENCRYPTION],
  _unguarded: FILE,
});
