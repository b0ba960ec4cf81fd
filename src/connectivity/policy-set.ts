import { addressesOf, AddressRange } from './address-range';
import { CILIUM_OF_NAMESPACE, CILIUM_POLICIES, ciliumBlocks, ciliumNames, ciliumPolicies, CiliumRules, OutsideName } from './cilium/cilium-policy';
import { CLUSTER_POLICIES, ClusterPolicy, clusterPolicy } from './cluster-policy';
import { Direction, Policies } from './direction';
import { Encryption } from './edge';
import { Workload } from './endpoint';
import { grouped } from './grouped';
import { NamespacedPolicy, networkPolicy } from './network-policy';
import { listIn, mappingsIn, Misshapen } from './shape';
import { ciliumEncrypts } from '../inventory/cilium-encryption';
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

  /** How what no mesh encrypts travels: Cilium may encrypt everything, which its configuration says. */
  public readonly unmeshed: Encryption;
  private readonly namespaced: { readonly [direction in Direction]: ReadonlyMap<string, readonly NamespacedPolicy[]> };
  private readonly cluster: { readonly [direction in Direction]: readonly ClusterPolicy[] };
  /** Those of Cilium by their namespace; those of the cluster by none. */
  private readonly cilium: ReadonlyMap<string, readonly Read<readonly CiliumRules[]>[]>;

  public constructor(manifests: readonly Manifest[]) {
    const ofNamespaces = this.read(manifests.filter(({ groupKind }) => groupKind === NETWORK_POLICY), networkPolicy);
    const ofCluster = this.read(manifests.filter(({ groupKind }) => Object.hasOwn(CLUSTER_POLICIES, groupKind)), clusterPolicy);
    const ofCilium = this.read(manifests.filter(({ groupKind }) => CILIUM_POLICIES.has(groupKind)), ciliumPolicies);
    this.cilium = grouped(ofCilium, ({ manifest }) => manifest.groupKind === CILIUM_OF_NAMESPACE ? manifest.namespace : '');
    const byPriority = (direction: Direction) => ofCluster.map(each => each[direction]).sort((one, other) => one.priority - other.priority);
    this.namespaced = { ingress: byNamespace(ofNamespaces, 'ingress'), egress: byNamespace(ofNamespaces, 'egress') };
    this.cluster = { ingress: byPriority('ingress'), egress: byPriority('egress') };
    const blocks = [...ofNamespaces, ...ofCluster].flatMap(({ manifest }) => writtenPeers(manifest.object)).flatMap(blocksOf);
    this.blocks = [...blocks, ...ofCilium.flatMap(({ manifest }) => ciliumBlocks(manifest))].map(addressesOf).filter(block => block !== undefined);
    this.unmeshed = manifests.some(ciliumEncrypts) ? 'encrypted' : ofCilium.length > 0 ? 'unknown' : 'plain';
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
    const ofCilium = this.ofCilium(workload).flatMap(each => each[direction]).filter(policy => policy.isAbout(workload));
    const decisions = (tier: ClusterPolicy['tier']) =>
      this.cluster[direction].filter(policy => policy.tier === tier && policy.isAbout(workload)).flatMap(policy => policy.decisions);
    const isIsolated = own.length > 0 || ofCilium.some(({ isolates }) => isolates);
    const allowed = [...own.flatMap(({ rules }) => rules), ...ofCilium.flatMap(policy => policy.allowed)];
    return {
      admin: decisions('admin'),
      allowed: isIsolated ? allowed : undefined,
      denied: ofCilium.flatMap(({ denied }) => denied),
      baseline: decisions('baseline'),
      authenticates: allowed.some(({ authenticated }) => authenticated),
      seesRequests: isIsolated && allowed.some(({ requests }) => requests !== undefined),
    };
  }

  /** The policies of Cilium that may be about a workload. */
  private ofCilium({ namespace }: Workload) {
    return ['', namespace].flatMap(where => this.cilium.get(where) ?? []);
  }

  /** The names outside of the cluster that policies let a workload reach. */
  public namesOf(workload: Workload): OutsideName[] {
    return this.ofCilium(workload).filter(({ egress }) => egress.some(policy => policy.isAbout(workload)))
      .flatMap(({ manifest }) => ciliumNames(manifest));
  }
}

function byNamespace(policies: readonly Read<NamespacedPolicy | undefined>[], direction: Direction): Map<string, NamespacedPolicy[]> {
  const all = grouped(policies, ({ manifest: { namespace } }) => namespace);
  return new Map([...all].map(([namespace, own]) => [namespace, own.map(each => each[direction]).filter(policy => policy !== undefined)]));
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
