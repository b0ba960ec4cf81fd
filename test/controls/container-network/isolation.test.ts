import { isolating, isolation } from '../../../src/controls/container-network/isolation';
import { Resolution } from '../../../src/controls/reference-judgement';
import { Inventory } from '../../../src/inventory/inventory';
import { JsonObject, Manifest } from '../../../src/inventory/manifest';
import { manifestOf } from '../../../src/verify/manifests';

const make = (object: JsonObject): Manifest => manifestOf(object, {}, true);
const pod = (name: string, labels: JsonObject, spec: JsonObject = {}) =>
  make({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop', labels }, spec: { containers: [], ...spec } });
const policy = (name: string, spec: JsonObject, apiVersion = 'networking.k8s.io/v1', kind = 'NetworkPolicy', namespace: string | undefined = 'shop') =>
  make({ apiVersion, kind, metadata: { name, namespace }, spec });

const web = pod('web', { app: 'web' });
const DENY = { podSelector: {}, policyTypes: ['Ingress'] };

test.each<[string, Manifest[], Resolution]>([
  ['a policy for every pod', [policy('a', DENY)], Resolution.FOUND],
  ['a policy for its label', [policy('a', { ...DENY, podSelector: { matchLabels: { app: 'web' } } })], Resolution.FOUND],
  ['a policy for the other direction', [policy('a', { ...DENY, policyTypes: ['Egress'] })], Resolution.MISSING],
  ['a policy that lets everybody through', [policy('a', { ...DENY, ingress: [{}] })], Resolution.MISSING],
  ['one that does beside one that does not', [policy('a', { ...DENY, ingress: [{}] }), policy('b', DENY)], Resolution.FOUND],
  ['a policy without types', [policy('a', { podSelector: {} })], Resolution.FOUND],
  ['a policy without specification', [make({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'a', namespace: 'shop' } })], Resolution.MISSING],
  ['a policy of Cilium', [policy('a', {}, 'cilium.io/v2', 'CiliumNetworkPolicy')], Resolution.OPEN],
  ['a policy of Cilium without rules', [make({ apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { name: 'a', namespace: 'shop' }, specs: [] })], Resolution.MISSING],
  ['a policy of Cilium with a list of rules', [make({ apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { name: 'a', namespace: 'shop' }, specs: [{}] })], Resolution.OPEN],
  ['a policy of Cilium elsewhere', [policy('a', {}, 'cilium.io/v2', 'CiliumNetworkPolicy', 'blog')], Resolution.MISSING],
  ['a policy of the whole cluster', [make({ apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', metadata: { name: 'a' }, spec: {} })], Resolution.OPEN],
])('%s', (_name, policies, resolution) => {
  expect(isolation(web, new Inventory([web, ...policies], true), 'Ingress')).toBe(resolution);
});

/** How many policies are compared with pods when each of `size` pods has its policy, all of one namespace and sharing a label. */
function comparisons(size: number): number {
  const labels = (index: number) => ({ part: 'shop', app: `app-${index}` });
  const manifests = Array.from({ length: size }, (_, index) => [
    pod(`pod-${index}`, labels(index)), policy(`policy-${index}`, { podSelector: { matchLabels: labels(index) }, policyTypes: ['Ingress'] }),
  ]).flat();
  const inventory = new Inventory(manifests, true);
  for (const manifest of manifests.filter(({ kind }) => kind === 'Pod')) {
    expect(isolation(manifest, inventory, 'Ingress')).toBe(Resolution.FOUND);
    expect(isolation(manifest, inventory, 'Egress')).toBe(Resolution.MISSING);
  }
  return isolating(inventory, 'shop', 'Ingress').compared + isolating(inventory, 'shop', 'Egress').compared;
}

test('pods are not compared with the policies of others', () => {
  expect(comparisons(100)).toBe(100);
  expect(comparisons(1000)).toBe(1000);
});
