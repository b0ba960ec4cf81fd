/**
 * What teams differ in: labels, names, ranges, limits of CPU. No standard asks for it of everybody, so that it is asked for where somebody asks.
 * Most are told by parameters what to ask for.
 */
export const CONVENTIONS: readonly string[] = [
  'apparmor-present', 'autoscaler-present', 'bare-pod', 'certificate-names', 'claim-access-mode', 'container-count', 'container-port-name',
  'control-plane-toleration', 'cpu-limit-absent', 'cron-job-ttl', 'ephemeral-container', 'exposed-workload', 'group-change-policy',
  'high-group-id', 'high-user-id', 'host-path-prefix', 'host-port-range', 'id-range', 'image-pull-secret', 'image-registry-refused',
  'ingress-class', 'ingress-host-unique', 'ingress-plain-http', 'load-balancer-service', 'namespace-network-policy', 'net-raw-capability',
  'node-choice', 'node-version', 'object-name', 'priority-class', 'probe-command', 'quality-of-service', 'refused-annotations', 'refused-sysctls',
  'replicas-range', 'request-written', 'requests-equal-limits', 'required-annotations', 'required-claim-annotations', 'required-labels',
  'required-pod-annotations', 'required-pod-labels', 'required-resources', 'resource-maximum', 'resource-ratio', 'runtime-class',
  'seccomp-runtime-default', 'secret-name', 'selinux-present', 'service-port-range', 'service-readiness', 'service-selector-unique', 'ssh-port',
  'storage-class',
];
