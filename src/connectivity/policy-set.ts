import { addressesOf, AddressRange } from './address-range';
import { CLUSTER_POLICIES, ClusterPolicy, clusterPolicy } from './cluster-policy';
import { Direction, Policies } from './direction';
import { Workload } from './endpoint';
import { NamespacedPolicy, networkPolicy } from './network-policy';
import { listIn, mappingsIn, Misshapen } from './shape';
import { JsonObject, Manifest } from '../inventory/manifest';

const NETWORK_POLICY = 'networking.k8s.io/NetworkPolicy';

/** A policy, read for both directions. */
type Read<Policy> = { readonly manifest: Manifest } & { readonly [direction in Direction]: Policy };

/** The policies of a cluster. */
export class PolicySet {
  /** The blocks of addresses that they name. */
  public readonly blocks: readonly AddressRange[];

  /** The policies that have not the shape that they must have. */
  public readonly misshapen: Misshapen[] = [];
  private readonly namespaced: { readonly [direction in Direction]: ReadonlyMap<string, readonly NamespacedPolicy[]> };
  private readonly cluster: { readonly [direction in Direction]: readonly ClusterPolicy[] };

  public constructor(manifests: readonly Manifest[]) {
    const ofNamespaces = this.read(manifests.filter(({ groupKind }) => groupKind === NETWORK_POLICY), networkPolicy);
    const ofCluster = this.read(manifests.filter(({ groupKind }) => Object.hasOwn(CLUSTER_POLICIES, groupKind)), clusterPolicy);
    const byPriority = (direction: Direction) => ofCluster.map(each => each[direction]).sort((one, other) => one.priority - other.priority);
    this.namespaced = { ingress: byNamespace(ofNamespaces, 'ingress'), egress: byNamespace(ofNamespaces, 'egress') };
    this.cluster = { ingress: byPriority('ingress'), egress: byPriority('egress') };
    const blocks = [...ofNamespaces, ...ofCluster].flatMap(({ manifest }) => writtenPeers(manifest.object)).flatMap(blocksOf).map(addressesOf);
    this.blocks = blocks.filter(block => block !== undefined);
  }

  private read<Policy>(policies: readonly Manifest[], read: (manifest: Manifest, direction: Direction) => Policy): Read<Policy>[] {
    return policies.flatMap(manifest => {
      try {
        return [{ manifest, ingress: read(manifest, 'ingress'), egress: read(manifest, 'egress') }];
      } catch (error) {
        this.misshapen.push({ manifest, message: (error as Error).message });
        return [];
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

function byNamespace(policies: readonly Read<NamespacedPolicy | undefined>[], direction: Direction): Map<string, NamespacedPolicy[]> {
  const all = new Map<string, NamespacedPolicy[]>();
  for (const { manifest: { namespace }, [direction]: policy } of policies) {
    const known = all.get(namespace) ?? [];
    known.push(...policy === undefined ? [] : [policy]);
    all.set(namespace, known);
  }
  return all;
}

/** The blocks that a peer of any policy names, with their holes. Policies that are not of their shape are left out before. */
function blocksOf({ ipBlock, networks }: JsonObject): readonly unknown[] {
  return ipBlock === undefined ? listIn(networks, 'networks') : [ipBlock.cidr, ...listIn(ipBlock.except, 'except')];
}

/** All peers that the rules of a policy name. */
function writtenPeers({ spec }: JsonObject): readonly JsonObject[] {
  const rules = [...mappingsIn(spec?.ingress, 'ingress'), ...mappingsIn(spec?.egress, 'egress')];
  return rules.flatMap(({ from, to }) => [...mappingsIn(from, 'from'), ...mappingsIn(to, 'to')]);
}
