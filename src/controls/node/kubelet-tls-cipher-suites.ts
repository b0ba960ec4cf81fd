import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** With forward secrecy, and encryption that authenticates. */
const SUITES = ['AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'CHACHA20_POLY1305', 'CHACHA20_POLY1305_SHA256']
  .flatMap(cipher => ['ECDSA', 'RSA'].map(signature => `TLS_ECDHE_${signature}_WITH_${cipher}`));

/** Suites without forward secrecy, or with SHA-1, 3DES or RC4, are weak. Those of TLS 1.3 cannot be chosen. */
export const kubeletTlsCipherSuites = new Control({
  id: 'kubelet-tls-cipher-suites',
  title: 'The kubelet offers no weak cipher suites',
  recommendation: '2.2',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'tlsCipherSuites',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'object.?tlsCipherSuites.orValue([]).all(suite, suite in params.suites)',
  parameters: { suites: SUITES },
  message: 'it offers a cipher suite that is weak',
  remediation: 'remove the suites that are not in the parameters of this control, or leave the field out',
  references: [Cis.k8s('4.2.12'), Nsa.ENCRYPTION],
  _unguarded: FILE,
});
