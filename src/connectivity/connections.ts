import { AddressRange, EVERYWHERE, partsBetween, writtenRange } from './address-range';
import { letThrough, Policies } from './direction';
import { Workload } from './endpoint';
import { exposedBy } from './exposure';
import { PolicySet } from './policy-set';
import { PortSet } from './port-set';
import { namespaceOf, workloadsOf } from './workloads';
import { Manifest } from '../inventory/manifest';

/** Who can reach whom, and how. */
export interface Edge { readonly source: string; readonly destination: string; readonly connections: PortSet }

/** Who routes requests into the cluster: a pod of which nothing is known. */
const ROUTER: Workload = { id: '{ingress-controller}', namespace: '{ingress-controller}', labels: {}, namespaceLabels: {}, ports: [] };

/** One end of an edge: a name, or addresses outside the cluster. */
type End = string | AddressRange;

interface Part { readonly source: End; readonly destination: End; readonly connections: PortSet }

/**
 * All that the network policies of a cluster let through, between its workloads, and between them and what is outside. What a workload says to itself is
 * left out.
 */
export function connectionsOf(manifests: readonly Manifest[]): Edge[] {
  const cluster = new Cluster(manifests);
  return joined(cluster.parts(partsBetween(cluster.blocks)));
}

/** What a change opens, and what it closes. */
export function changedConnections(before: readonly Manifest[], after: readonly Manifest[]): { readonly opened: Edge[]; readonly closed: Edge[] } {
  const [was, is] = [before, after].map(manifests => new Cluster(manifests));
  const addresses = partsBetween([...was.blocks, ...is.blocks]);
  const [old, now] = [was.parts(addresses), is.parts(addresses)];
  return { opened: joined(beyond(now, old)), closed: joined(beyond(old, now)) };
}

/** What some parts let through that others do not. */
function beyond(some: readonly Part[], others: readonly Part[]): Part[] {
  const keyOf = ({ source, destination }: Part) => `${source} => ${destination}`;
  const known = new Map(others.map(part => [keyOf(part), part.connections]));
  return some.map(part => ({ ...part, connections: part.connections.without(known.get(keyOf(part)) ?? PortSet.NONE) }))
    .filter(({ connections }) => !connections.isEmpty);
}

/** Addresses side by side that are treated alike are one edge. */
function joined(parts: readonly Part[]): Edge[] {
  const ranges = new Map<string, [first: number, last: number][]>();
  const edges = new Map<string, Part>();
  for (const part of parts) {
    const { source, destination, connections } = part;
    const key = [source, destination].map(end => typeof end === 'string' ? end : '').concat(String(connections)).join(' ');
    const addresses = typeof source !== 'string' ? source : typeof destination !== 'string' ? destination : undefined;
    edges.set(key, part);
    if (addresses !== undefined) {
      const own = ranges.get(key) ?? [];
      const last = own[own.length - 1];
      if (last !== undefined && last[1] + 1 === addresses[0]) {
        last[1] = addresses[1];
      } else {
        own.push([...addresses]);
      }
      ranges.set(key, own);
    }
  }
  const named = (end: End, range: AddressRange) => typeof end === 'string' ? end : `${writtenRange(range)}[External]`;
  return [...edges].flatMap(([key, { source, destination, connections }]) => (ranges.get(key) ?? [EVERYWHERE])
    .map(range => ({ source: named(source, range), destination: named(destination, range), connections })));
}

/** Manifests, read for what they let through. */
class Cluster {
  /** The blocks of addresses that policies name. */
  public readonly blocks: readonly AddressRange[];
  private readonly policies: PolicySet;
  private readonly workloads: readonly Workload[];
  private readonly manifests: readonly Manifest[];

  public constructor(manifests: readonly Manifest[]) {
    this.manifests = manifests.map(manifest => manifest.namespace === '' ? { ...manifest, namespace: namespaceOf(manifest) } : manifest);
    this.policies = new PolicySet(this.manifests);
    this.workloads = workloadsOf(this.manifests);
    this.blocks = this.policies.blocks;
  }

  /** @param addresses all of them, cut wherever a policy could tell them apart */
  public parts(addresses: readonly AddressRange[]): Part[] {
    const sides = this.workloads.map(workload => ({
      workload, ingress: this.policies.of(workload, 'ingress'), egress: this.policies.of(workload, 'egress'),
    }));
    const inside = sides.flatMap(({ workload: source, egress }) => sides.flatMap(({ workload: destination, ingress }) =>
      source === destination ? [] : partOf(source.id, destination.id, between(source, egress, destination, ingress))));
    const outside = sides.flatMap(({ workload, ingress, egress }) => addresses.flatMap(range => [
      ...partOf(range, workload.id, letThrough(ingress, { addresses: range }, { workload })),
      ...partOf(workload.id, range, letThrough(egress, { addresses: range }, { addresses: range })),
    ]));
    const routed = exposedBy(this.manifests, this.workloads).flatMap(({ workload, ports }) =>
      partOf(ROUTER.id, workload.id, ports.and(letThrough(this.policies.of(workload, 'ingress'), { workload: ROUTER }, { workload }))));
    return [...inside, ...outside, ...routed];
  }
}

function between(source: Workload, egress: Policies, destination: Workload, ingress: Policies): PortSet {
  const listening = { workload: destination };
  const sent = letThrough(egress, listening, listening);
  return sent.isEmpty ? sent : sent.and(letThrough(ingress, { workload: source }, listening));
}

function partOf(source: End, destination: End, connections: PortSet): Part[] {
  return connections.isEmpty ? [] : [{ source, destination, connections }];
}
