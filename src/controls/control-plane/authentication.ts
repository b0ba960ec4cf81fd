import { absent, flagControl, is, isNot, named } from './flag-control';
import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';

/** Who may ask, and how it is known who asks. */
export const AUTHENTICATION_FLAGS = [
  flagControl({
    id: 'api-server-anonymous-auth',
    title: 'The API server refuses anonymous requests',
    recommendation: '4.2',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'anonymous-auth', holds: is('false'), unlessIn: ['authentication-config'] },
    ],
    message: 'whoever reaches it may ask without saying who it is',
    remediation: 'set --anonymous-auth=false, or allow single paths in the file of --authentication-config',
    references: [Cis.k8s('1.2.1'), Nsa.AUTHENTICATION, Owasp.K09],
  }),
  flagControl({
    id: 'kubelet-flag-anonymous-auth',
    title: 'The kubelet refuses anonymous requests',
    recommendation: '2.2',
    severity: Severity.CRITICAL,
    rules: [
      { components: ['kubelet'], flag: 'anonymous-auth', holds: is('false') },
    ],
    message: 'whoever reaches the node runs commands in its pods',
    remediation: 'set --anonymous-auth=false',
    references: [Cis.k8s('4.2.1'), Nsa.AUTHENTICATION, Owasp.K09],
  }),
  flagControl({
    id: 'api-server-static-credentials',
    title: 'The API server reads no static passwords or tokens',
    recommendation: '4.2',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'token-auth-file', holds: absent },
      { components: ['kube-apiserver'], flag: 'basic-auth-file', holds: absent },
    ],
    message: 'credentials in a file never expire and cannot be revoked without a restart',
    remediation: 'remove the flag; use OIDC or client certificates',
    references: [Cis.k8s('1.2.2'), Nsa.AUTHENTICATION, Owasp.K09],
  }),
  flagControl({
    id: 'component-client-ca',
    title: 'Clients of the API server and the kubelet prove who they are by certificate',
    recommendation: '2.2',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver', 'kubelet'], flag: 'client-ca-file', holds: named, unlessIn: ['authentication-config'] },
    ],
    message: 'it cannot tell one client from another by certificate',
    remediation: 'set --client-ca-file',
    references: [Cis.k8s('1.2.25'), Cis.k8s('4.2.3'), Nsa.AUTHENTICATION, Owasp.K09],
  }),
  flagControl({
    id: 'service-account-lookup',
    title: 'Tokens of deleted service accounts are refused',
    recommendation: '8.7',
    severity: Severity.MEDIUM,
    rules: [
      { components: ['kube-apiserver'], flag: 'service-account-lookup', holds: isNot('false') },
    ],
    message: 'the token of a deleted service account goes on to be accepted',
    remediation: 'remove the flag, or set it to true',
    references: [Cis.k8s('1.2.21'), Nsa.AUTHENTICATION, Owasp.K09],
  }),
  flagControl({
    id: 'service-account-token-extension',
    title: 'Tokens of service accounts last as long as was asked for',
    recommendation: '5.2',
    severity: Severity.LOW,
    rules: [{ components: ['kube-apiserver'], flag: 'service-account-extend-token-expiration', holds: is('false') }],
    message: 'tokens of pods, meant to last an hour, are good for a year',
    remediation: 'set --service-account-extend-token-expiration=false, once no client reads its token only when it starts',
    references: [Cis.k8s('1.2.30'), Nsa.SERVICE_ACCOUNT_TOKEN, Owasp.K06],
  }),
  flagControl({
    id: 'service-account-key',
    title: 'Tokens of service accounts are signed with a key of their own',
    recommendation: '8.6',
    severity: Severity.MEDIUM,
    rules: [
      { components: ['kube-apiserver'], flag: 'service-account-key-file', holds: named },
      { components: ['kube-controller-manager'], flag: 'service-account-private-key-file', holds: named },
    ],
    message: 'tokens are signed with another key than one that can be rotated for them alone',
    remediation: 'name a file with a key',
    references: [Cis.k8s('1.2.22'), Cis.k8s('1.3.4'), Nsa.AUTHENTICATION, Owasp.K09],
  }),
  flagControl({
    id: 'controller-credentials',
    title: 'Each controller has a service account of its own',
    recommendation: '8.7',
    severity: Severity.MEDIUM,
    rules: [
      { components: ['kube-controller-manager'], flag: 'use-service-account-credentials', holds: is('true') },
    ],
    message: 'all controllers share the rights of the most powerful one',
    remediation: 'set --use-service-account-credentials=true',
    references: [Cis.k8s('1.3.3'), Owasp.K02],
  }),
];
