import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** A certificate that it signs itself proves nothing to the API server. */
export const kubeletServingCertificate = new Control({
  id: 'kubelet-serving-certificate',
  title: 'The kubelet serves with a certificate that others can check',
  recommendation: '2.2',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'serverTLSBootstrap',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'object.?serverTLSBootstrap.orValue(false) == true || (object.?tlsCertFile.orValue("") != "" && object.?tlsPrivateKeyFile.orValue("") != "")',
  message: 'it signs its own certificate, so nobody can tell it from another',
  remediation: 'set serverTLSBootstrap, or tlsCertFile and tlsPrivateKeyFile',
  references: [Cis.k8s('4.2.9'), Nsa.ENCRYPTION],
  _unguarded: FILE,
});
