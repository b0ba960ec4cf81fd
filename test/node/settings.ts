import { CNI } from './machine';

/** There is one node on a machine at most, so what it makes has fixed names, by which a later run finds what one that was killed has left. */
export const NODE = 'real';
/** Everything that is written. Sockets are below it too, so its path is short. */
export const FOLDER = '/var/lib/bulwark-node';
export const SOCKET = `${FOLDER}/run/containerd.sock`;
/** The node's own address, and those of its pods. Every pod has a link of its own, so that the host routes between pods and can refuse to. */
export const ADDRESS = '10.244.201.1';
export const PODS = '10.244.200.0/24';
/** The cgroup that every container is below. */
export const CGROUP = 'bulwark-node';

/** The image of the process that holds the namespaces of a pod. */
export const PAUSE = 'registry.example.com/pause:1';

/** The files that the programs of a node read, by name. */
export const FILES: { readonly [name: string]: string } = {
  'containerd.toml': `
version = 3
root = "${FOLDER}/containerd"
state = "${FOLDER}/run/state"
disabled_plugins = ["io.containerd.internal.v1.opt", "io.containerd.nri.v1.nri"]
[grpc]
  address = "${SOCKET}"
[plugins."io.containerd.cri.v1.images".pinned_images]
  sandbox = "${PAUSE}"
[plugins."io.containerd.cri.v1.runtime"]
  netns_mounts_under_state_dir = true
  # Without the capability that it takes to lower this score, runc could not start anything.
  restrict_oom_score_adj = true
[plugins."io.containerd.cri.v1.runtime".cni]
  bin_dirs = ["${CNI}"]
  conf_dir = "${FOLDER}/cni"
[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc.options]
  Root = "${FOLDER}/run/runc"
`,
  'cni/bulwark.conflist': JSON.stringify({
    cniVersion: '0.4.0',
    name: 'bulwark',
    plugins: [{
      type: 'ptp',
      ipam: { type: 'host-local', dataDir: `${FOLDER}/addresses`, ranges: [[{ subnet: PODS }]], routes: [{ dst: '0.0.0.0/0' }] },
    }],
  }),
  'kubelet.json': JSON.stringify({
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    enableServer: false,
    healthzPort: 0,
    containerRuntimeEndpoint: `unix://${SOCKET}`,
    cgroupDriver: 'cgroupfs',
    cgroupRoot: `/${CGROUP}`,
    failCgroupV1: false,
    failSwapOn: false,
    makeIPTablesUtilChains: false,
    podLogsDir: `${FOLDER}/logs`,
    volumePluginDir: `${FOLDER}/volume-plugins`,
    // Images cannot be fetched again, and a machine that is nearly full is no reason to stop.
    imageGCHighThresholdPercent: 100,
    evictionHard: { 'memory.available': '100Mi', 'nodefs.available': '1%', 'imagefs.available': '1%' },
  }),
};
