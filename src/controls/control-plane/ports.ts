import { absent, flagControl, is, isNot } from './flag-control';
import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';

const MOST_SECONDS = 300;

const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001, us: 1e-6, ns: 1e-9 };

/** A duration as Go writes it, such as `1m30s`. What is none counts as none. */
function seconds(duration: string): number {
  const parts = [...duration.matchAll(/([0-9.]+)(h|ms|m|us|ns|s)/g)];
  return parts.map(([text]) => text).join('') === duration ? parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * UNITS[unit], 0) : 0;
}

/** What components open, and for whom. */
export const PORTS_FLAGS = [
  flagControl({
    id: 'api-server-insecure-flags',
    title: 'The API server speaks TLS only',
    recommendation: '4.1',
    severity: Severity.CRITICAL,
    rules: [
      { components: ['kube-apiserver'], flag: 'insecure-port', holds: value => value === undefined || value === '0' },
      { components: ['kube-apiserver'], flag: 'insecure-bind-address', holds: absent },
      { components: ['kube-apiserver'], flag: 'secure-port', holds: isNot('0') },
      { components: ['kube-apiserver'], flag: 'kubelet-https', holds: isNot('false') },
    ],
    message: 'requests go unencrypted, and on the insecure port without asking who it is',
    remediation: 'remove the flag',
    references: [Nsa.CONTROL_PLANE, Owasp.K07],
  }),
  flagControl({
    id: 'component-bind-address',
    title: 'The scheduler and the controllers listen on their own host only',
    recommendation: '4.1',
    severity: Severity.MEDIUM,
    rules: [
      { components: ['kube-controller-manager', 'kube-scheduler'], flag: 'bind-address', holds: value => ['127.0.0.1', '::1', 'localhost'].includes(value ?? '') },
    ],
    message: 'others reach its port',
    remediation: 'set --bind-address=127.0.0.1',
    references: [Cis.k8s('1.3.7'), Cis.k8s('1.4.2'), Nsa.CONTROL_PLANE, Owasp.K07],
  }),
  flagControl({
    id: 'component-profiling',
    title: 'Components do not serve profiles',
    recommendation: '4.1',
    severity: Severity.LOW,
    rules: [
      { components: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'], flag: 'profiling', holds: is('false') },
    ],
    message: 'whoever may read profiles learns what the program does and slows it down',
    remediation: 'set --profiling=false',
    references: [Cis.k8s('1.2.15'), Cis.k8s('1.3.2'), Cis.k8s('1.4.1'), Nsa.CONTROL_PLANE, Owasp.K07],
  }),
  flagControl({
    id: 'api-server-request-timeout',
    title: 'Requests to the API server end',
    recommendation: '12.1',
    severity: Severity.LOW,
    rules: [
      { components: ['kube-apiserver'], flag: 'request-timeout', holds: value => value === undefined || seconds(value) > 0 && seconds(value) <= MOST_SECONDS },
    ],
    message: 'slow requests hold connections until there are no more',
    remediation: 'leave the flag out, or set at most five minutes',
    references: [Cis.k8s('1.2.20')],
  }),
  flagControl({
    id: 'kubelet-flag-read-only-port',
    title: 'The kubelet has no port without authentication',
    recommendation: '2.2',
    severity: Severity.HIGH,
    rules: [
      { components: ['kubelet'], flag: 'read-only-port', holds: value => value === undefined || value === '0' },
    ],
    message: 'whoever reaches the node reads what runs there, unasked',
    remediation: 'set --read-only-port=0',
    references: [Cis.k8s('4.2.4'), Nsa.WORKER_NODE, Owasp.K07],
  }),
  flagControl({
    id: 'kubelet-flag-streaming-timeout',
    title: 'Idle streams of the kubelet end',
    recommendation: '2.2',
    severity: Severity.LOW,
    rules: [
      { components: ['kubelet'], flag: 'streaming-connection-idle-timeout', holds: value => value === undefined || seconds(value) > 0 },
    ],
    message: 'a shell that somebody left open stays open',
    remediation: 'leave the flag out, or set a duration',
    references: [Cis.k8s('4.2.5'), Owasp.K07],
  }),
];
