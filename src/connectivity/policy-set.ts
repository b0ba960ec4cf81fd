import { addressesOf, AddressRange } from './address-range';
import { CLUSTER_POLICIES, ClusterPolicy, clusterPolicy, networksOf } from './cluster-policy';
import { Direction, Policies } from './direction';
import { Workload } from './endpoint';
import { blocksOf, NamespacedPolicy, networkPolicy } from './network-policy';
import { Manifest } from '../inventory/manifest';

const NETWORK_POLICY = 'networking.k8s.io/NetworkPolicy';

/** The policies of a cluster. */
export class PolicySet {
  /** The blocks of addresses that they name. */
  public readonly blocks: readonly AddressRange[];
  private readonly namespaced: { readonly [direction in Direction]: ReadonlyMap<string, readonly NamespacedPolicy[]> };
  private readonly cluster: { readonly [direction in Direction]: readonly ClusterPolicy[] };

  public constructor(manifests: readonly Manifest[]) {
    const ofNamespaces = manifests.filter(({ groupKind }) => groupKind === NETWORK_POLICY);
    const ofCluster = manifests.filter(({ groupKind }) => Object.hasOwn(CLUSTER_POLICIES, groupKind));
    const byPriority = (direction: Direction) =>
      ofCluster.map(manifest => clusterPolicy(manifest, direction)).sort((one, other) => one.priority - other.priority);
    this.namespaced = { ingress: byNamespace(ofNamespaces, 'ingress'), egress: byNamespace(ofNamespaces, 'egress') };
    this.cluster = { ingress: byPriority('ingress'), egress: byPriority('egress') };
    const blocks = [...ofNamespaces.flatMap(blocksOf), ...ofCluster.flatMap(networksOf)].map(addressesOf);
    this.blocks = blocks.filter(block => block !== undefined);
  }

  public of(workload: Workload, direction: Direction): Policies {
    const own = (this.namespaced[direction].get(workload.namespace) ?? []).filter(policy => policy.isAbout(workload));
    const decisions = (tier: ClusterPolicy['tier']) =>
      this.cluster[direction].filter(policy => policy.tier === tier && policy.isAbout(workload)).flatMap(policy => policy.decisions);
    return { admin: decisions('admin'), allowed: own.length === 0 ? undefined : own.flatMap(({ rules }) => rules), baseline: decisions('baseline') };
  }
}

function byNamespace(policies: readonly Manifest[], direction: Direction): Map<string, NamespacedPolicy[]> {
  const all = new Map<string, NamespacedPolicy[]>();
  for (const manifest of policies) {
    const policy = networkPolicy(manifest, direction);
    const known = all.get(manifest.namespace) ?? [];
    all.set(manifest.namespace, policy === undefined ? known : [...known, policy]);
  }
  return all;
}
