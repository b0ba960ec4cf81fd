import { flagControl, lists } from './flag-control';
import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';

/** What who asks may do. */
export const AUTHORIZATION_FLAGS = [
  flagControl({
    id: 'authorization-always-allow',
    title: 'Requests are authorized',
    recommendation: '4.2',
    severity: Severity.CRITICAL,
    rules: [
      { components: ['kube-apiserver', 'kubelet'], flag: 'authorization-mode', holds: value => value !== undefined && !value.split(',').includes('AlwaysAllow'), unlessIn: ['authorization-config'] },
    ],
    message: 'whoever is let in may do everything',
    remediation: 'set --authorization-mode to Node,RBAC for the API server, and to Webhook for the kubelet',
    references: [Cis.k8s('1.2.6'), Cis.k8s('4.2.2'), Nsa.RBAC, Owasp.K02],
  }),
  flagControl({
    id: 'node-authorization',
    title: 'A kubelet reads only what its own pods need',
    recommendation: '8.7',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'authorization-mode', holds: lists('authorization-mode', 'Node'), unlessIn: ['authorization-config'] },
    ],
    message: 'the credentials of one node reach the secrets of all',
    remediation: 'add Node to --authorization-mode',
    references: [Cis.k8s('1.2.7'), Nsa.RBAC, Owasp.K02],
  }),
  flagControl({
    id: 'role-based-authorization',
    title: 'Roles decide who may do what',
    recommendation: '8.7',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'authorization-mode', holds: lists('authorization-mode', 'RBAC'), unlessIn: ['authorization-config'] },
    ],
    message: 'roles and their bindings are not looked at',
    remediation: 'add RBAC to --authorization-mode',
    references: [Cis.k8s('1.2.8'), Nsa.RBAC, Owasp.K02],
  }),
];
