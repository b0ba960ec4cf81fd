import { flagControl, is, isNot, named } from './flag-control';
import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';

/** The store of the cluster: who reads it has every secret. */
export const ETCD_FLAGS = [
  flagControl({
    id: 'etcd-certificate',
    title: 'etcd serves with a certificate',
    recommendation: '2.2',
    severity: Severity.HIGH,
    rules: [
      { components: ['etcd'], flag: 'cert-file', holds: named },
      { components: ['etcd'], flag: 'key-file', holds: named },
    ],
    message: 'what is stored is read on the way',
    remediation: 'set --cert-file and --key-file',
    references: [Cis.k8s('2.1'), Nsa.ENCRYPTION, Owasp.K07],
  }),
  flagControl({
    id: 'etcd-client-cert-auth',
    title: 'etcd asks clients for a certificate',
    recommendation: '4.2',
    severity: Severity.CRITICAL,
    rules: [
      { components: ['etcd'], flag: 'client-cert-auth', holds: is('true') },
    ],
    message: 'whoever reaches it reads and changes the whole cluster',
    remediation: 'set --client-cert-auth=true',
    references: [Cis.k8s('2.2'), Nsa.ENCRYPTION, Owasp.K07],
  }),
  flagControl({
    id: 'etcd-auto-tls',
    title: 'etcd makes no certificates of its own',
    recommendation: '2.2',
    severity: Severity.MEDIUM,
    rules: [
      { components: ['etcd'], flag: 'auto-tls', holds: isNot('true') },
      { components: ['etcd'], flag: 'peer-auto-tls', holds: isNot('true') },
    ],
    message: 'nobody can check a certificate that it makes itself',
    remediation: 'remove the flag, and name certificates',
    references: [Cis.k8s('2.3'), Cis.k8s('2.6'), Nsa.ENCRYPTION, Owasp.K07],
  }),
  flagControl({
    id: 'etcd-peer-certificate',
    title: 'Members of etcd speak TLS to each other',
    recommendation: '2.2',
    severity: Severity.HIGH,
    rules: [
      { components: ['etcd'], flag: 'peer-cert-file', holds: named },
      { components: ['etcd'], flag: 'peer-key-file', holds: named },
    ],
    message: 'what members of etcd tell each other is read on the way',
    remediation: 'set --peer-cert-file and --peer-key-file',
    references: [Cis.k8s('2.4'), Nsa.ENCRYPTION, Owasp.K07],
  }),
  flagControl({
    id: 'etcd-peer-client-cert-auth',
    title: 'Members of etcd ask each other for a certificate',
    recommendation: '4.2',
    severity: Severity.CRITICAL,
    rules: [
      { components: ['etcd'], flag: 'peer-client-cert-auth', holds: is('true') },
    ],
    message: 'whoever reaches it joins as a member and gets everything',
    remediation: 'set --peer-client-cert-auth=true',
    references: [Cis.k8s('2.5'), Nsa.ENCRYPTION, Owasp.K07],
  }),
  flagControl({
    id: 'api-server-etcd-certificate',
    title: 'The API server proves to etcd who it is',
    recommendation: '2.2',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'etcd-certfile', holds: named },
      { components: ['kube-apiserver'], flag: 'etcd-keyfile', holds: named },
    ],
    message: 'etcd cannot tell the API server from anybody else',
    remediation: 'set --etcd-certfile and --etcd-keyfile',
    references: [Cis.k8s('1.2.23'), Nsa.ENCRYPTION, Owasp.K07],
  }),
  flagControl({
    id: 'api-server-etcd-ca',
    title: 'The API server checks the certificate of etcd',
    recommendation: '2.2',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'etcd-cafile', holds: named },
    ],
    message: 'somebody else can answer in place of etcd',
    remediation: 'set --etcd-cafile',
    references: [Cis.k8s('1.2.26'), Nsa.ENCRYPTION, Owasp.K07],
  }),
  flagControl({
    id: 'encryption-at-rest',
    title: 'Secrets are encrypted in the store',
    recommendation: '17.2',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'encryption-provider-config', holds: named },
    ],
    message: 'whoever has a copy of etcd, or of its backup, has every secret',
    remediation: 'set --encryption-provider-config',
    references: [Cis.k8s('1.2.27'), Nsa.ENCRYPTION, Owasp.K03],
  }),
];
