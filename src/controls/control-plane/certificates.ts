import { CommandLine } from './command-line';
import { flagControl, isNot, listsNone, named } from './flag-control';
import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';

/** Forward secrecy and authenticated encryption: what TLS 1.2 has of it, and all of TLS 1.3. */
const STRONG = /^TLS_(ECDHE_(ECDSA|RSA)_WITH_(AES_(128_GCM_SHA256|256_GCM_SHA384)|CHACHA20_POLY1305(_SHA256)?)|AES_(128_GCM_SHA256|256_GCM_SHA384)|CHACHA20_POLY1305_SHA256)$/;

const strong = (flag: string) => (_value: string | undefined, line: CommandLine) => (line.list(flag) ?? []).every(suite => STRONG.test(suite));

/** What proves to each other who components are. */
export const CERTIFICATES_FLAGS = [
  flagControl({
    id: 'component-serving-certificate',
    title: 'The API server and the kubelet serve with a certificate that clients can check',
    recommendation: '2.2',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver', 'kubelet'], flag: 'tls-cert-file', holds: named, unlessIn: ['rotate-server-certificates'] },
      { components: ['kube-apiserver', 'kubelet'], flag: 'tls-private-key-file', holds: named, unlessIn: ['rotate-server-certificates'] },
    ],
    message: 'it makes a certificate of its own, which no client can check',
    remediation: 'set --tls-cert-file and --tls-private-key-file',
    references: [Cis.k8s('1.2.24'), Cis.k8s('4.2.9'), Nsa.ENCRYPTION, Owasp.K07],
  }),
  flagControl({
    id: 'tls-cipher-suites',
    title: 'TLS uses strong ciphers only',
    recommendation: '2.2',
    severity: Severity.MEDIUM,
    rules: [
      { components: ['kube-apiserver', 'kubelet', 'etcd'], flag: 'tls-cipher-suites', holds: strong('tls-cipher-suites') },
      { components: ['etcd'], flag: 'cipher-suites', holds: strong('cipher-suites') },
    ],
    message: 'a weak cipher can be negotiated',
    remediation: 'name only suites with ECDHE and AES-GCM or ChaCha20, or leave the flag out',
    references: [Cis.k8s('1.2.29'), Cis.k8s('4.2.12'), Nsa.ENCRYPTION, Owasp.K07],
  }),
  flagControl({
    id: 'kubelet-client-certificate',
    title: 'The API server proves to the kubelet who it is',
    recommendation: '2.2',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'kubelet-client-certificate', holds: named },
      { components: ['kube-apiserver'], flag: 'kubelet-client-key', holds: named },
    ],
    message: 'the kubelet cannot tell the API server from anybody else',
    remediation: 'set --kubelet-client-certificate and --kubelet-client-key',
    references: [Cis.k8s('1.2.4'), Nsa.ENCRYPTION, Owasp.K07],
  }),
  flagControl({
    id: 'kubelet-certificate-authority',
    title: 'The API server checks the certificate of the kubelet',
    recommendation: '2.2',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'kubelet-certificate-authority', holds: named },
    ],
    message: 'what is run in a pod, and its output, can be read on the way',
    remediation: 'set --kubelet-certificate-authority',
    references: [Cis.k8s('1.2.5'), Nsa.ENCRYPTION, Owasp.K07],
  }),
  flagControl({
    id: 'kubelet-certificate-rotation',
    title: 'Certificates of the kubelet are renewed',
    recommendation: '8.6',
    severity: Severity.MEDIUM,
    rules: [
      { components: ['kube-apiserver', 'kube-controller-manager', 'kubelet'], flag: 'feature-gates', holds: listsNone('feature-gates', 'RotateKubeletServerCertificate=false') },
      { components: ['kubelet'], flag: 'rotate-certificates', holds: isNot('false') },
    ],
    message: 'the certificate of the kubelet is not renewed',
    remediation: 'remove the flag, or set it to true',
    references: [Cis.k8s('1.3.6'), Cis.k8s('4.2.10'), Cis.k8s('4.2.11'), Owasp.K07],
  }),
  flagControl({
    id: 'controller-root-ca',
    title: 'Pods can check the certificate of the API server',
    recommendation: '8.6',
    severity: Severity.MEDIUM,
    rules: [
      { components: ['kube-controller-manager'], flag: 'root-ca-file', holds: named },
    ],
    message: 'pods get no certificate authority to check the API server with',
    remediation: 'set --root-ca-file',
    references: [Cis.k8s('1.3.5'), Owasp.K07],
  }),
];
