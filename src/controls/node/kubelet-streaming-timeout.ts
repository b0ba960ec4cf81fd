import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** Sessions of exec, attach and port-forward end when nobody uses them. */
export const kubeletStreamingTimeout = new Control({
  id: 'kubelet-streaming-timeout',
  title: 'The kubelet ends idle sessions',
  recommendation: '8.5',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'streamingConnectionIdleTimeout',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'duration(object.?streamingConnectionIdleTimeout.orValue("4h0m0s")) > duration("0s")',
  message: 'a forgotten session in a container stays open for ever',
  remediation: 'set streamingConnectionIdleTimeout to some minutes or hours',
  references: [Cis.k8s('4.2.5')],
  _unguarded: FILE,
});
