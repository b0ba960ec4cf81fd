import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, once } from './cache';
import { notRun } from '../not-run';

interface GoModule {
  readonly module: string;
  readonly programs: readonly (readonly string[])[];
  readonly tags?: string;

  /** Whether C is compiled too. */
  readonly c?: boolean;
}

/** What is built from which Go module; versions and checksums stand in `go/<folder>/go.mod` and `go.sum`. */
const MODULES = {
  'kubernetes': {
    module: 'k8s.io/kubernetes',
    programs: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl', 'kubelet'].map(name => [name, `k8s.io/kubernetes/cmd/${name}`]),
  },
  'etcd': { module: 'go.etcd.io/etcd/server/v3', programs: [['etcd', 'go.etcd.io/etcd/server/v3']] },
  'kwok': { module: 'sigs.k8s.io/kwok', programs: [['kwok', 'sigs.k8s.io/kwok/cmd/kwok']] },
  'containerd': {
    module: 'github.com/containerd/containerd/v2',
    programs: ['containerd', 'containerd-shim-runc-v2', 'ctr'].map(name => [name, `github.com/containerd/containerd/v2/cmd/${name}`]),
    tags: 'no_btrfs',
  },
  // It starts processes with C, and keeps them from system calls with libseccomp.
  'runc': { module: 'github.com/opencontainers/runc', programs: [['runc', 'github.com/opencontainers/runc']], tags: 'seccomp', c: true },
  'network-policies': {
    module: 'sigs.k8s.io/kube-network-policies',
    programs: [['kube-network-policies', 'sigs.k8s.io/kube-network-policies/cmd/kube-network-policies/standard']],
  },
  // Its command judges manifests as its webhook does.
  'kyverno': { module: 'github.com/kyverno/kyverno', programs: [['kyverno', 'github.com/kyverno/kyverno/cmd/cli/kubectl-kyverno']] },
  // The analyzers of istioctl alone.
  'istio': { module: 'istio.io/istio', programs: [['istioctl', '.']] },
} as const satisfies { readonly [folder: string]: GoModule };

/** What a pod of a node that is not real does at once: become Ready, or complete. KWOK has these as files of its module. */
const KWOK_STAGES = ['node/fast', 'node/heartbeat-with-lease', 'pod/fast', 'volume/fast'];

type Module = keyof typeof MODULES;

/** What a cluster and a real node consist of, and what asks them. */
export const PROGRAMS = [
  'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl', 'kubelet', 'etcd', 'kwok',
  'containerd', 'containerd-shim-runc-v2', 'ctr', 'runc', 'kube-network-policies',
] as const;

/** What takes long to build, and a test or two need: `ts-node test/cluster/build-programs.ts kyverno istioctl` builds it, and then they run. */
export const ON_DEMAND = ['kyverno', 'istioctl'] as const;
export type Program = typeof PROGRAMS[number] | typeof ON_DEMAND[number];

/** The version of Kubernetes that the cluster is of. */
export const KUBERNETES = versionOf('kubernetes').slice(1);

/** Where a program lies: in `KUBEBUILDER_ASSETS` if it is there, else in the cache, built if need be. */
export function program(name: Program): string {
  const given = join(process.env.KUBEBUILDER_ASSETS ?? '', name);
  if (process.env.KUBEBUILDER_ASSETS !== undefined && existsSync(given)) {
    return given;
  }
  const module = moduleOf(name);
  const pack = MODULES[module].programs.find(([own]) => own === name)![1];
  return once(join(folderOf(module), name), file => go(module, name, ['build', '-trimpath', '-tags', settingsOf(module).tags ?? '', '-ldflags', `-s -w ${stamp(module)}`, '-o', file, pack]));
}

/** Whether a program that is built on demand is there. Where it is not, what it would have judged is named as not run. */
export function isBuilt(name: typeof ON_DEMAND[number], what: string): boolean {
  const isThere = existsSync(join(folderOf(moduleOf(name)), name));
  if (!isThere) {
    notRun(what, `${name} is built on demand, in about ten minutes: npx ts-node -T -P test/tsconfig.json test/cluster/build-programs.ts ${name}`);
  }
  return isThere;
}

/** The file that tells KWOK how pods, nodes and volumes behave. */
export function kwokStages(): string {
  return once(join(folderOf('kwok'), 'stages.yaml'), file => {
    const source = JSON.parse(go('kwok', 'the stages of KWOK', ['mod', 'download', '-json', MODULES.kwok.module])).Dir;
    const folders = KWOK_STAGES.map(stage => join(source, 'kustomize/stage', stage));
    const files = folders.flatMap(folder => readdirSync(folder).filter(name => /^(node|pod|pv).*\.yaml$/.test(name)).map(name => join(folder, name)));
    writeFileSync(file, files.map(each => readFileSync(each, 'utf8')).join('\n---\n'));
  });
}

const moduleOf = (name: Program): Module => (Object.keys(MODULES) as Module[]).find(key => MODULES[key].programs.some(([own]) => own === name))!;

const settingsOf = (module: Module): GoModule => MODULES[module];

function folderOf(module: Module): string {
  return join(CACHE, `${module}-${versionOf(module).slice(1)}`);
}

function versionOf(module: Module): string {
  const required = readFileSync(join(__dirname, 'go', module, 'go.mod'), 'utf8').split('\n').find(line => line.includes(`${MODULES[module].module} v`))!;
  return required.trim().split(' ').pop()!;
}

/** What Kubernetes says of its own version is set when it is built, and decides what the API server serves. */
function stamp(module: Module): string {
  const [major, minor] = KUBERNETES.split('.');
  const facts = { gitVersion: `v${KUBERNETES}`, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' };
  return module !== 'kubernetes' ? '' : ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version']
    .flatMap(pack => Object.entries(facts).map(([name, value]) => `-X ${pack}.${name}=${value}`)).join(' ');
}

function go(module: Module, what: string, args: readonly string[]): string {
  console.log(`${what}: go ${args[0]} of ${module} ${versionOf(module)} (minutes where nothing is cached)`);
  const environment = { ...process.env, CGO_ENABLED: settingsOf(module).c ? '1' : '0', GOWORK: 'off', GOFLAGS: '' };
  const { error, status, stdout, stderr } = spawnSync('go', args, { cwd: join(__dirname, 'go', module), encoding: 'utf8', env: environment });
  if (error !== undefined) {
    throw new Error(`${what} of ${module} ${versionOf(module)} is neither in KUBEBUILDER_ASSETS nor in ${CACHE}, and there is no Go to build it: install Go from https://go.dev/dl`);
  }
  if (status !== 0) {
    throw new Error(`${what} of ${module} ${versionOf(module)} could not be built: ${stderr.trim().split('\n').pop()}`);
  }
  return stdout;
}
