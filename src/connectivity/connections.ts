import { addressesOf, AddressRange, partsBetween, writtenRange } from './address-range';
import { CLUSTER_POLICIES, ClusterPolicy, clusterPolicy, networksOf } from './cluster-policy';
import { Direction, letThrough, Policies } from './direction';
import { Endpoint, Workload } from './endpoint';
import { exposedBy } from './exposure';
import { blocksOf, NamespacedPolicy, networkPolicy } from './network-policy';
import { PortSet } from './port-set';
import { namespaceOf, workloadsOf } from './workloads';
import { Manifest } from '../inventory/manifest';

/** Who can reach whom, and how. */
export interface Edge { readonly source: string; readonly destination: string; readonly connections: PortSet }

const NETWORK_POLICY = 'networking.k8s.io/NetworkPolicy';

/** Who routes requests into the cluster: a pod of which nothing is known. */
const ROUTER: Workload = { id: '{ingress-controller}', namespace: '{ingress-controller}', labels: {}, namespaceLabels: {}, ports: [] };

/**
 * All that the network policies of a cluster let through, between its workloads, and between them and what is outside. What a workload says to itself is
 * left out.
 */
export function connectionsOf(manifests: readonly Manifest[]): Edge[] {
  const named = manifests.map(manifest => manifest.namespace === '' ? { ...manifest, namespace: namespaceOf(manifest) } : manifest);
  const workloads = workloadsOf(named);
  const policies = new PolicySet(named);
  const sides = workloads.map(workload => ({ workload, ingress: policies.of(workload, 'ingress'), egress: policies.of(workload, 'egress') }));
  const inside = sides.flatMap(({ workload: source, egress }) => sides.flatMap(({ workload: destination, ingress }) =>
    source === destination ? [] : edge(source.id, destination.id, between(source, egress, destination, ingress))));
  const outside = sides.flatMap(({ workload, ingress, egress }) => [
    ...ranges(policies.addresses, range => letThrough(ingress, range, { workload })).flatMap(([name, ports]) => edge(name, workload.id, ports)),
    ...ranges(policies.addresses, range => letThrough(egress, range, range)).flatMap(([name, ports]) => edge(workload.id, name, ports)),
  ]);
  const routed = exposedBy(named, workloads).flatMap(({ workload, ports }) =>
    edge(ROUTER.id, workload.id, ports.and(letThrough(policies.of(workload, 'ingress'), { workload: ROUTER }, { workload }))));
  return [...inside, ...outside, ...routed];
}

function between(source: Workload, egress: Policies, destination: Workload, ingress: Policies): PortSet {
  const listening = { workload: destination };
  const sent = letThrough(egress, listening, listening);
  return sent.isEmpty ? sent : sent.and(letThrough(ingress, { workload: source }, listening));
}

function edge(source: string, destination: string, connections: PortSet): Edge[] {
  return connections.isEmpty ? [] : [{ source, destination, connections }];
}

/** Addresses side by side that are treated alike are written as one range. */
function ranges(parts: readonly AddressRange[], of: (range: Endpoint) => PortSet): (readonly [name: string, connections: PortSet])[] {
  const joined: { range: AddressRange; readonly connections: PortSet }[] = [];
  for (const addresses of parts) {
    const connections = of({ addresses });
    const last = joined[joined.length - 1];
    if (last?.connections === connections) {
      last.range = [last.range[0], addresses[1]];
    } else {
      joined.push({ range: addresses, connections });
    }
  }
  return joined.map(({ range, connections }) => [`${writtenRange(range)}[External]`, connections]);
}

/** The policies of a cluster. */
class PolicySet {
  /** All addresses, cut where policies tell them apart. */
  public readonly addresses: readonly AddressRange[];
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
    this.addresses = partsBetween(blocks.filter(block => block !== undefined));
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
