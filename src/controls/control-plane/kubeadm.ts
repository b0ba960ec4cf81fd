import { CommandLine, Component, Word } from './command-line';
import { JsonObject, Manifest } from '../../inventory/manifest';

type Path = readonly (string | number)[];
type Flags = readonly (readonly [flag: string, value: string])[];

const CERTIFICATES = '/etc/kubernetes/pki';
const SCHEDULER: Flags = [
  ['bind-address', '127.0.0.1'], ['leader-elect', 'true'], ['kubeconfig', '/etc/kubernetes/scheduler.conf'],
  ['authentication-kubeconfig', '/etc/kubernetes/scheduler.conf'], ['authorization-kubeconfig', '/etc/kubernetes/scheduler.conf'],
];
const inFolder = (folder: string, files: { readonly [flag: string]: string }): Flags => Object.entries(files).map(([flag, file]) => [flag, `${folder}/${file}`]);

/**
 * The flags that kubeadm gives a component, as far as controls ask for them: an extra argument of the same name takes their place.
 *
 * Source: k8s.io/kubernetes 1.34, cmd/kubeadm/app/phases/controlplane/manifests.go and etcd/local.go
 */
const GIVEN: { readonly [component in Exclude<Component, 'kubelet'>]: (folder: string) => Flags } = {
  'kube-apiserver': folder => [
    ['enable-admission-plugins', 'NodeRestriction'], ['enable-bootstrap-token-auth', 'true'], ['allow-privileged', 'true'], ['authorization-mode', 'Node,RBAC'],
    ['secure-port', '6443'], ['requestheader-allowed-names', 'front-proxy-client'],
    ...inFolder(folder, {
      'service-account-key-file': 'sa.pub',
      'service-account-signing-key-file': 'sa.key',
      'client-ca-file': 'ca.crt',
      'tls-cert-file': 'apiserver.crt',
      'tls-private-key-file': 'apiserver.key',
      'kubelet-client-certificate': 'apiserver-kubelet-client.crt',
      'kubelet-client-key': 'apiserver-kubelet-client.key',
      'requestheader-client-ca-file': 'front-proxy-ca.crt',
      'proxy-client-cert-file': 'front-proxy-client.crt',
      'proxy-client-key-file': 'front-proxy-client.key',
    }),
  ],
  'kube-controller-manager': folder => [
    ...SCHEDULER.map(([flag, value]) => [flag, value.replace('scheduler', 'controller-manager')] as const),
    ['use-service-account-credentials', 'true'], ['controllers', '*,bootstrapsigner,tokencleaner'],
    ...inFolder(folder, {
      'client-ca-file': 'ca.crt',
      'root-ca-file': 'ca.crt',
      'requestheader-client-ca-file': 'front-proxy-ca.crt',
      'service-account-private-key-file': 'sa.key',
      'cluster-signing-cert-file': 'ca.crt',
      'cluster-signing-key-file': 'ca.key',
    }),
  ],
  'kube-scheduler': () => SCHEDULER,
  'etcd': folder => [
    ['client-cert-auth', 'true'], ['peer-client-cert-auth', 'true'], ['data-dir', '/var/lib/etcd'],
    ['listen-client-urls', 'https://127.0.0.1:2379'], ['listen-peer-urls', 'https://127.0.0.1:2380'], ['listen-metrics-urls', 'http://127.0.0.1:2381'],
    ...inFolder(folder, {
      'cert-file': 'etcd/server.crt',
      'key-file': 'etcd/server.key',
      'trusted-ca-file': 'etcd/ca.crt',
      'peer-cert-file': 'etcd/peer.crt',
      'peer-key-file': 'etcd/peer.key',
      'peer-trusted-ca-file': 'etcd/ca.crt',
    }),
  ],
};

const KUBEADM = 'kubeadm.k8s.io';
/** Where an object of Cluster API holds the configurations of kubeadm. */
const OF_CLUSTER_API: { readonly [kind: string]: Path } = {
  'controlplane.cluster.x-k8s.io/KubeadmControlPlane': ['spec', 'kubeadmConfigSpec'],
  'controlplane.cluster.x-k8s.io/KubeadmControlPlaneTemplate': ['spec', 'template', 'spec', 'kubeadmConfigSpec'],
  'bootstrap.cluster.x-k8s.io/KubeadmConfig': ['spec'],
  'bootstrap.cluster.x-k8s.io/KubeadmConfigTemplate': ['spec', 'template', 'spec'],
};

/** Whether it may hold a configuration of kubeadm, told by its kind alone. */
export function mayBeOfKubeadm({ group, groupKind }: Manifest): boolean {
  return group === KUBEADM || OF_CLUSTER_API[groupKind] !== undefined;
}

/** The components that a configuration of kubeadm starts, with the flags that kubeadm gives them. */
export function kubeadmLines({ group, groupKind, kind, object }: Manifest): CommandLine[] {
  const place = OF_CLUSTER_API[groupKind];
  if (place === undefined) {
    return group === KUBEADM ? linesOf(kind, object, []) : [];
  }
  return ['ClusterConfiguration', 'InitConfiguration', 'JoinConfiguration'].flatMap(each => {
    const path = [...place, `${each[0].toLowerCase()}${each.slice(1)}`];
    const configuration = at(object, path);
    return configuration === undefined ? [] : linesOf(each, configuration, path);
  });
}

function linesOf(kind: string, configuration: JsonObject, path: Path): CommandLine[] {
  if (kind === 'InitConfiguration' || kind === 'JoinConfiguration') {
    const written = at(configuration, ['nodeRegistration', 'kubeletExtraArgs']);
    const own = [...path, 'nodeRegistration', 'kubeletExtraArgs'];
    // kubeadm writes a KubeletConfiguration: what no flag says may stand there.
    return written === undefined ? [] : [lineOf('kubelet', written, own, [['config', '/var/lib/kubelet/config.yaml']])];
  }
  if (kind !== 'ClusterConfiguration') {
    return [];
  }
  const external = at(configuration, ['etcd', 'external']);
  const etcd: Flags = external === undefined
    ? [['etcd-servers', 'https://127.0.0.1:2379'], ...inFolder(certificates(configuration), {
      'etcd-cafile': 'etcd/ca.crt', 'etcd-certfile': 'apiserver-etcd-client.crt', 'etcd-keyfile': 'apiserver-etcd-client.key',
    })]
    : [['etcd-servers', [external.endpoints].flat().join()], ['etcd-cafile', external.caFile], ['etcd-certfile', external.certFile], ['etcd-keyfile', external.keyFile]]
      .filter((flag): flag is [string, string] => typeof flag[1] === 'string' && flag[1] !== '');
  const line = (component: Exclude<Component, 'kubelet'>, section: Path, more: Flags = []) =>
    lineOf(component, at(configuration, [...section, 'extraArgs']), [...path, ...section, 'extraArgs'], [...GIVEN[component](certificates(configuration)), ...more]);
  return [
    line('kube-apiserver', ['apiServer'], etcd),
    line('kube-controller-manager', ['controllerManager']),
    line('kube-scheduler', ['scheduler']),
    ...external === undefined ? [line('etcd', ['etcd', 'local'])] : [],
  ];
}

function lineOf(component: Component, written: JsonObject | undefined, path: Path, given: Flags): CommandLine {
  const words = wordsOf(written, path);
  const named = new Set(words.map(({ text }) => text.slice(2, text.indexOf('='))));
  return new CommandLine(component, path, [...given.filter(([flag]) => !named.has(flag)).map(([flag, value]) => ({ text: `--${flag}=${value}`, path })), ...words], []);
}

/** A mapping until v1beta3, since then a list in which a flag may stand more than once. */
function wordsOf(written: unknown, path: Path): Word[] {
  if (Array.isArray(written)) {
    return written.flatMap((entry, index) => typeof entry?.name === 'string' ? [{ text: `--${entry.name}=${entry.value ?? ''}`, path: [...path, index, 'value'] }] : []);
  }
  return Object.entries(written ?? {}).map(([flag, value]) => ({ text: `--${flag}=${value}`, path: [...path, flag] }));
}

function certificates({ certificatesDir }: JsonObject): string {
  return typeof certificatesDir === 'string' && certificatesDir !== '' ? certificatesDir : CERTIFICATES;
}

function at(object: JsonObject, path: Path): JsonObject | undefined {
  const found = path.reduce<any>((value, step) => typeof value === 'object' && value !== null ? value[step] : undefined, object);
  return typeof found === 'object' && found !== null ? found : undefined;
}
