import { addressesOf, AddressRange } from './address-range';
import { CLUSTER_POLICIES, ClusterPolicy, clusterPolicy, networksOf } from './cluster-policy';
import { Direction, Policies } from './direction';
import { Workload } from './endpoint';
import { blocksOf, NamespacedPolicy, networkPolicy } from './network-policy';
import { Misshapen } from './shape';
import { Manifest } from '../inventory/manifest';

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];
const NETWORK_POLICY = 'networking.k8s.io/NetworkPolicy';

/** The policies of a cluster. */
export class PolicySet {
  /** The blocks of addresses that they name. */
  public readonly blocks: readonly AddressRange[];

  /** The policies that have not the shape that they must have. */
  public readonly misshapen: Misshapen[] = [];
  private readonly namespaced: { readonly [direction in Direction]: ReadonlyMap<string, readonly NamespacedPolicy[]> };
  private readonly cluster: { readonly [direction in Direction]: readonly ClusterPolicy[] };

  public constructor(manifests: readonly Manifest[]) {
    const ofNamespaces = this.readable(manifests.filter(({ groupKind }) => groupKind === NETWORK_POLICY), networkPolicy);
    const ofCluster = this.readable(manifests.filter(({ groupKind }) => Object.hasOwn(CLUSTER_POLICIES, groupKind)), clusterPolicy);
    const byPriority = (direction: Direction) =>
      ofCluster.map(manifest => clusterPolicy(manifest, direction)).sort((one, other) => one.priority - other.priority);
    this.namespaced = { ingress: byNamespace(ofNamespaces, 'ingress'), egress: byNamespace(ofNamespaces, 'egress') };
    this.cluster = { ingress: byPriority('ingress'), egress: byPriority('egress') };
    const blocks = [...ofNamespaces.flatMap(blocksOf), ...ofCluster.flatMap(networksOf)].map(addressesOf);
    this.blocks = blocks.filter(block => block !== undefined);
  }

  private readable(policies: readonly Manifest[], read: (manifest: Manifest, direction: Direction) => unknown): Manifest[] {
    return policies.filter(manifest => {
      try {
        DIRECTIONS.forEach(direction => read(manifest, direction));
        return true;
      } catch (error) {
        this.misshapen.push({ manifest, message: (error as Error).message });
        return false;
      }
    });
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
    known.push(...policy === undefined ? [] : [policy]);
    all.set(manifest.namespace, known);
  }
  return all;
}
