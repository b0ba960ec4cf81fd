import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** Callers are known by certificates of one authority. */
export const kubeletClientCertificateAuthority = new Control({
  id: 'kubelet-client-certificate-authority',
  title: 'The kubelet knows who signs the certificates of its callers',
  recommendation: '2.2',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'authentication.x509.clientCAFile',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'object.?authentication.?x509.?clientCAFile.orValue("") != ""',
  message: 'it cannot tell the API server from anybody else by certificate',
  remediation: 'set authentication.x509.clientCAFile',
  references: [Cis.k8s('4.2.3'), Nsa.AUTHENTICATION],
  _unguarded: FILE,
});
