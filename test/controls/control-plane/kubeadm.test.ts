import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { Catalogue } from '../../../src';
import { commandLines } from '../../../src/controls/control-plane/components';
import { Fault, InventoryControl } from '../../../src/controls/inventory-control';
import { Inventory } from '../../../src/inventory/inventory';
import { KubernetesVersion } from '../../../src/model/kubernetes-version';
import { Source } from '../../../src/verify/input';
import { Verification } from '../../../src/verify/verifier';
import { FIXTURES } from '../fixtures';

const SECTIONS: { readonly [component: string]: readonly string[] } = {
  'kube-apiserver': ['apiServer'], 'kube-controller-manager': ['controllerManager'], 'kube-scheduler': ['scheduler'], 'etcd': ['etcd', 'local'],
};
const verify = (text: string) => new Verification({}).verifySources([new Source('kubeadm.yaml', text, true)], [], []);
const found = (text: string) => verify(text).findings.map(({ control, path }) => `${control} ${path}`).sort();

/** A configuration in which a component gets flags, as a mapping or as a list. */
function configuration(component: string, flags: readonly (readonly [string, string])[], version: string): string {
  const extraArgs = version === 'v1beta3' ? Object.fromEntries(flags) : flags.map(([name, value]) => ({ name, value }));
  const kubelet = { kind: 'JoinConfiguration', nodeRegistration: { kubeletExtraArgs: extraArgs } };
  const section = component === 'kubelet' ? kubelet
    : { kind: 'ClusterConfiguration', ...[...SECTIONS[component], 'extraArgs'].reduceRight<any>((value, step) => ({ [step]: value }), extraArgs) };
  return dump({ apiVersion: `kubeadm.k8s.io/${version}`, ...section });
}

/** Each flag that the bad manifests of a control write, and that it finds. */
const WRITTEN = FIXTURES.filter(({ folder }) => folder.includes('control-plane')).flatMap(({ id, folder, files }) => files.filter(name => name.startsWith('bad')).flatMap(file => {
  const control = Catalogue.get(id);
  const [manifest] = new Source(file, readFileSync(join(folder, file), 'utf8'), true).manifests;
  const lines = commandLines(manifest);
  if (!(control instanceof InventoryControl) || lines.length !== 1) {
    return [];
  }
  const judgement = control.judge(manifest, new Inventory([manifest], true), KubernetesVersion.DEFAULT, control.parameters);
  const { faults = [] } = judgement as { faults?: readonly Fault[] };
  return faults.flatMap(({ message = '' }) => {
    const [, flag, value] = /^--([\w-]+) of [\w-]+ is "(.*?)":/.exec(message) ?? [];
    return flag === undefined ? [] : [[id, lines[0].component, flag, value] as const];
  });
}));

test('the bad manifests write flags for all sorts of controls', () => {
  expect(new Set(WRITTEN.map(([id]) => id)).size).toBeGreaterThan(20);
});

describe.each(['v1beta3', 'v1beta4'])('in %s', version => {
  test.each(WRITTEN)('%s finds what kubeadm gives %s: --%s=%s', (id, component, flag, value) => {
    const text = configuration(component, [[flag, value]], version);
    const own = verify(text).findings.filter(({ control }) => control === id);
    expect(own.map(({ path }) => path)).toContainEqual(expect.stringMatching(version === 'v1beta3' ? new RegExp(`\\.${flag}$`) : /\[0\]\.value$/));
    expect(own.map(({ line }) => text.split('\n')[line! - 1])).toContainEqual(expect.stringContaining(value));
  });
});

test('what kubeadm says itself is no finding, and what it leaves out is', () => {
  expect(found('apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n')).toEqual([
    'admission-always-pull-images apiServer.extraArgs',
    'admission-deny-external-ips apiServer.extraArgs',
    'admission-event-rate-limit apiServer.extraArgs',
    'api-server-anonymous-auth apiServer.extraArgs',
    'audit-log apiServer.extraArgs',
    'audit-log-max-age apiServer.extraArgs',
    'audit-log-max-backup apiServer.extraArgs',
    'audit-log-max-size apiServer.extraArgs',
    'audit-policy-file apiServer.extraArgs',
    ...['apiServer', 'controllerManager', 'scheduler'].map(section => `component-profiling ${section}.extraArgs`),
    'encryption-at-rest apiServer.extraArgs',
    'kubelet-certificate-authority apiServer.extraArgs',
    'service-account-token-extension apiServer.extraArgs',
    'terminated-pod-threshold controllerManager.extraArgs',
  ]);
});

test('an extra argument takes the place of what kubeadm says', () => {
  const plugins = configuration('kube-apiserver', [['enable-admission-plugins', 'EventRateLimit']], 'v1beta4');
  expect(found(plugins)).toContain('admission-node-restriction apiServer.extraArgs[0].value');
});

test('an etcd of somebody else is not started, and its certificates are those that are named', () => {
  const external = (more: string) => `apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\netcd: { external: { endpoints: ["https://etcd:2379"]${more} } }\n`;
  const about = (text: string) => found(text).filter(row => row.includes('etcd'));
  expect(about(external(', caFile: /ca, certFile: /c, keyFile: /k'))).toEqual([]);
  expect(about(external(''))).toEqual(['api-server-etcd-ca apiServer.extraArgs', 'api-server-etcd-certificate apiServer.extraArgs', 'api-server-etcd-certificate apiServer.extraArgs']);
});

test('what no flag of a kubelet says may stand in the file that kubeadm writes', () => {
  expect(found('apiVersion: kubeadm.k8s.io/v1beta4\nkind: InitConfiguration\nnodeRegistration: { kubeletExtraArgs: [] }\n')).toEqual([]);
  expect(found('apiVersion: kubeadm.k8s.io/v1beta4\nkind: InitConfiguration\n')).toEqual([]);
});

test.each([
  ['controlplane.cluster.x-k8s.io/v1beta1', 'KubeadmControlPlane', ['spec', 'kubeadmConfigSpec']],
  ['bootstrap.cluster.x-k8s.io/v1beta1', 'KubeadmConfigTemplate', ['spec', 'template', 'spec']],
])('configurations of kubeadm in %s %s are judged in their place', (apiVersion, kind, path) => {
  const configurations = { clusterConfiguration: { apiServer: { extraArgs: { 'authorization-mode': 'AlwaysAllow' } } }, joinConfiguration: { nodeRegistration: { kubeletExtraArgs: { 'anonymous-auth': 'true' } } } };
  const text = dump({ apiVersion, kind, metadata: { name: 'own', namespace: 'clusters' }, ...path.reduceRight<any>((value, step) => ({ [step]: value }), configurations) });
  expect(found(text)).toEqual(expect.arrayContaining([
    `authorization-always-allow ${path.join('.')}.clusterConfiguration.apiServer.extraArgs.authorization-mode`,
    `kubelet-flag-anonymous-auth ${path.join('.')}.joinConfiguration.nodeRegistration.kubeletExtraArgs.anonymous-auth`,
  ]));
});
