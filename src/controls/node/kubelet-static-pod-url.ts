import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** Static pods come from a folder or through TLS. */
export const kubeletStaticPodUrl = new Control({
  id: 'kubelet-static-pod-url',
  title: 'The kubelet fetches no pods from an unencrypted address',
  recommendation: '2.2',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'staticPodURL',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: '!object.?staticPodURL.orValue("").startsWith("http:")',
  message: 'whoever is on the way can start any pod on its node',
  remediation: 'serve the pods with https, or keep them in staticPodPath',
  references: [],
  _unguarded: FILE,
});
