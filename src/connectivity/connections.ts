import { AddressRange, EVERYWHERE, partsBetween, writtenRange } from './address-range';
import { letThrough, Policies } from './direction';
import { Workload } from './endpoint';
import { Exposed, exposedBy } from './exposure';
import { PolicySet } from './policy-set';
import { PortSet } from './port-set';
import { Misshapen } from './shape';
import { workloadsOf } from './workloads';
import { Manifest } from '../inventory/manifest';

/** Who can reach whom, and how. */
export interface Edge { readonly source: string; readonly destination: string; readonly connections: PortSet }

/** Where a manifest says no namespace, this one is meant. */
const DEFAULT = 'default';

/** Who routes requests into the cluster: a pod of which nothing is known. */
const ROUTER: Workload = { id: '{ingress-controller}', namespace: '{ingress-controller}', labels: {}, namespaceLabels: {}, ports: [] };

/** One end of an edge: a name, or addresses outside the cluster. */
type End = string | AddressRange;

interface Part { readonly source: End; readonly destination: End; readonly connections: PortSet }

/** What policies let through, and those of which it cannot be told. */
export interface Connections { readonly edges: Edge[]; readonly errors: readonly Misshapen[] }

/**
 * All that the network policies of a cluster let through, between its workloads, and between them and what is outside. What a workload says to itself is
 * left out.
 */
export function connectionsOf(manifests: readonly Manifest[]): Connections {
  const cluster = new Cluster(manifests);
  return { edges: joined([...cluster.inside(() => PortSet.NONE), ...cluster.outside(partsBetween(cluster.blocks))]), errors: cluster.misshapen };
}

/** What a change opens, and what it closes, and the policies of which it cannot be told, in either. */
export function changedConnections(before: readonly Manifest[], after: readonly Manifest[]) {
  const [was, is] = [before, after].map(manifests => new Cluster(manifests));
  const addresses = partsBetween([...was.blocks, ...is.blocks]);
  const outside = [was.outside(addresses), is.outside(addresses)];
  return {
    opened: joined([...is.inside(was.between), ...beyond(outside[1], outside[0])]),
    closed: joined([...was.inside(is.between), ...beyond(outside[0], outside[1])]),
    misshapen: [...was.misshapen, ...is.misshapen],
  };
}

/** What some parts let through that others do not. */
function beyond(some: readonly Part[], others: readonly Part[]): Part[] {
  const keyOf = ({ source, destination }: Part) => `${source} => ${destination}`;
  const known = new Map(others.map(part => [keyOf(part), part.connections]));
  return some.flatMap(part => partOf(part.source, part.destination, part.connections.without(known.get(keyOf(part)) ?? PortSet.NONE)));
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

/** A workload with the policies of both directions. */
interface Side { readonly workload: Workload; readonly ingress: Policies; readonly egress: Policies }

/** Manifests, read for what they let through. */
class Cluster {
  /** The blocks of addresses that policies name. */
  public readonly blocks: readonly AddressRange[];
  public readonly misshapen: readonly Misshapen[];
  private readonly sides: ReadonlyMap<string, Side>;
  private readonly exposed: readonly Exposed[];

  public constructor(manifests: readonly Manifest[]) {
    const placed = manifests.map(manifest => manifest.namespace === '' ? { ...manifest, namespace: DEFAULT } : manifest);
    const workloads = workloadsOf(placed);
    const policies = new PolicySet(placed);
    this.sides = new Map(workloads.map(workload =>
      [workload.id, { workload, ingress: policies.of(workload, 'ingress'), egress: policies.of(workload, 'egress') }]));
    this.exposed = exposedBy(placed, workloads);
    this.blocks = policies.blocks;
    this.misshapen = policies.misshapen;
  }

  /** What one workload lets through to another; nothing where one of them is not there. */
  public readonly between = (source: string, destination: string): PortSet => {
    const [from, to] = [this.sides.get(source), this.sides.get(destination)];
    return from === undefined || to === undefined ? PortSet.NONE : throughBoth(from, to);
  };

  /** @param known what is left out: pairs are looked at one by one, for there may be millions */
  public inside(known: (source: string, destination: string) => PortSet): Part[] {
    const parts: Part[] = [];
    for (const from of this.sides.values()) {
      for (const to of this.sides.values()) {
        const connections = from === to ? PortSet.NONE : throughBoth(from, to);
        if (!connections.isEmpty) {
          parts.push(...partOf(from.workload.id, to.workload.id, connections.without(known(from.workload.id, to.workload.id))));
        }
      }
    }
    return parts;
  }

  /** @param addresses all of them, cut wherever a policy could tell them apart */
  public outside(addresses: readonly AddressRange[]): Part[] {
    const ranges = [...this.sides.values()].flatMap(({ workload, ingress, egress }) => addresses.flatMap(range => [
      ...partOf(range, workload.id, letThrough(ingress, { addresses: range }, { workload })),
      ...partOf(workload.id, range, letThrough(egress, { addresses: range }, { addresses: range })),
    ]));
    const routed = this.exposed.flatMap(({ workload, ports }) =>
      partOf(ROUTER.id, workload.id, ports.and(letThrough(this.sides.get(workload.id)!.ingress, { workload: ROUTER }, { workload }))));
    return [...ranges, ...routed];
  }
}

function throughBoth(from: Side, to: Side): PortSet {
  const listening = { workload: to.workload };
  const sent = letThrough(from.egress, listening, listening);
  return sent.isEmpty ? sent : sent.and(letThrough(to.ingress, { workload: from.workload }, listening));
}

function partOf(source: End, destination: End, connections: PortSet): Part[] {
  return connections.isEmpty ? [] : [{ source, destination, connections }];
}
