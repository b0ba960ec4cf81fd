import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** Older versions of TLS are broken. */
export const kubeletTlsMinimumVersion = new Control({
  id: 'kubelet-tls-minimum-version',
  title: 'The kubelet speaks TLS 1.2 or newer',
  recommendation: '2.2',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'tlsMinVersion',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'object.?tlsMinVersion.orValue("VersionTLS12") in ["VersionTLS12", "VersionTLS13"]',
  message: 'it accepts versions of TLS that are broken',
  remediation: 'set tlsMinVersion to VersionTLS12 or VersionTLS13',
  references: [Nsa.ENCRYPTION],
  _unguarded: FILE,
});
