import { Program } from './programs';

/** What the processes of a control plane are told of each other. */
export interface Facts {
  /** Where everything lies that they write. */
  readonly folder: string;

  /** A free port of loopback each. */
  readonly port: (name: string) => number;

  /** The behaviour of nodes that are not real. */
  readonly stages: string;
}

/** Who talks to the API server, and the group that decides what it may do. */
export const CLIENTS: { readonly [user: string]: string } = {
  'admin': 'system:masters',
  'kwok': 'system:masters',
  'system:kube-controller-manager': '',
  'system:kube-scheduler': '',
  // The real node of test/node.
  'system:node:real': 'system:nodes',
};

/** The processes in the order in which they start, each with its arguments. */
export const COMPONENTS: readonly (readonly [Program, (facts: Facts) => readonly string[]])[] = [
  ['etcd', ({ folder, port }) => [
    '--data-dir', `${folder}/etcd`, '--unsafe-no-fsync', '--log-level', 'warn',
    '--listen-client-urls', local(port('etcd')), '--advertise-client-urls', local(port('etcd')),
    '--listen-peer-urls', local(port('peer')), '--initial-advertise-peer-urls', local(port('peer')), '--initial-cluster', `default=${local(port('peer'))}`,
  ]],
  ['kube-apiserver', ({ folder, port }) => [
    '--etcd-servers', local(port('etcd')), '--bind-address', '127.0.0.1', '--advertise-address', '127.0.0.1', '--secure-port', `${port('kube-apiserver')}`,
    // It makes a certificate of its own there; whoever trusts it needs no authority.
    '--cert-dir', folder, '--token-auth-file', `${folder}/tokens.csv`, '--authorization-mode', 'Node,RBAC',
    '--enable-admission-plugins', 'NodeRestriction,PodSecurity,ResourceQuota,LimitRanger', '--allow-privileged',
    '--service-account-issuer', 'https://kubernetes.default.svc', '--service-account-key-file', `${folder}/accounts.key`, '--service-account-signing-key-file', `${folder}/accounts.key`,
    '--service-cluster-ip-range', '10.96.0.0/16', '--endpoint-reconciler-type', 'none', '--kubelet-preferred-address-types', 'InternalIP',
    '--feature-gates', 'MutatingAdmissionPolicy=true', '--runtime-config', 'admissionregistration.k8s.io/v1beta1=true',
    // Tests send many requests at once.
    '--max-requests-inflight', '2000', '--max-mutating-requests-inflight', '1000',
  ]],
  ['kube-controller-manager', ({ folder, port }) => [
    '--kubeconfig', `${folder}/system:kube-controller-manager.kubeconfig`, '--leader-elect=false', '--bind-address', '127.0.0.1', '--secure-port', `${port('kube-controller-manager')}`,
    '--use-service-account-credentials', '--root-ca-file', `${folder}/apiserver.crt`, '--service-account-private-key-file', `${folder}/accounts.key`,
    '--allocate-node-cidrs', '--cluster-cidr', '10.244.0.0/16', '--service-cluster-ip-range', '10.96.0.0/16', '--kube-api-qps', '200', '--kube-api-burst', '400',
    // A busy machine is no reason to lose a node that is not real.
    '--node-monitor-grace-period', '1h',
  ]],
  ['kube-scheduler', ({ folder, port }) => [
    '--kubeconfig', `${folder}/system:kube-scheduler.kubeconfig`, '--leader-elect=false', '--bind-address', '127.0.0.1', '--secure-port', `${port('kube-scheduler')}`,
  ]],
  ['kwok', ({ folder, port, stages }) => [
    '--kubeconfig', `${folder}/kwok.kubeconfig`, '--config', stages, '--manage-all-nodes=false', '--manage-nodes-with-annotation-selector', 'kwok.x-k8s.io/node=fake',
    '--node-ip', '127.0.0.1', '--server-address', `127.0.0.1:${port('kwok')}`, '--node-port', `${port('kwok')}`,
  ]],
];

function local(port: number): string {
  return `http://127.0.0.1:${port}`;
}
