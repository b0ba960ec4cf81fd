import { absent, atLeast, flagControl, isNot } from './flag-control';
import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';

/** What the kubelet and the controllers do on nodes. */
export const NODE_FLAGS = [
  flagControl({
    id: 'kubelet-flag-kernel-defaults',
    title: 'The kubelet does not change the kernel of its node',
    recommendation: '8.5',
    severity: Severity.MEDIUM,
    rules: [
      { components: ['kubelet'], flag: 'protect-kernel-defaults', holds: isNot('false') },
    ],
    message: 'the kubelet changes parameters of the kernel that the owner of the node has set',
    remediation: 'set --protect-kernel-defaults=true',
    references: [Nsa.WORKER_NODE],
  }),
  flagControl({
    id: 'kubelet-flag-iptables',
    title: 'The kubelet keeps the chains that Services rely on',
    recommendation: '5.4',
    severity: Severity.MEDIUM,
    rules: [
      { components: ['kubelet'], flag: 'make-iptables-util-chains', holds: isNot('false') },
    ],
    message: 'rules of the node can conflict with those of Services',
    remediation: 'remove the flag, or set it to true',
    references: [Cis.k8s('4.2.6'), Nsa.WORKER_NODE],
  }),
  flagControl({
    id: 'kubelet-flag-hostname',
    title: 'A node has the name of its host',
    recommendation: '8.6',
    severity: Severity.LOW,
    rules: [
      { components: ['kubelet'], flag: 'hostname-override', holds: absent },
    ],
    message: 'certificates are issued for another name than the host has',
    remediation: 'remove --hostname-override',
    references: [Cis.k8s('4.2.7')],
  }),
  flagControl({
    id: 'terminated-pod-threshold',
    title: 'Pods that have ended are removed',
    recommendation: '12.1',
    severity: Severity.LOW,
    rules: [
      { components: ['kube-controller-manager'], flag: 'terminated-pod-gc-threshold', holds: atLeast(1) },
    ],
    message: 'thousands of ended pods fill the store before they are removed',
    remediation: 'set --terminated-pod-gc-threshold',
    references: [Cis.k8s('1.3.1')],
  }),
];
