import { partsBetween } from './address-range';
import { Cluster } from './cluster';
import { Edge, Flow, Reencrypted } from './edge';
import { Workload } from './endpoint';
import { Layer } from './layer';
import { byEnds, closedOf, joined, openedOf, Part, partsOf, reencryptedOf } from './part';
import { Misshapen } from './shape';
import { Manifest } from '../inventory/manifest';

/** What is let through, between whom, and the policies of which it cannot be told. */
export interface Connections {
  readonly edges: Edge[];

  /** Those that are judged, whether anybody talks to them or not. */
  readonly workloads: readonly Workload[];
  readonly errors: readonly Misshapen[];
}

/**
 * All that is let through in a cluster, between its workloads, and between them and what is outside. What a workload says to itself is left out, and so is
 * what is only there for others to talk to, among itself.
 */
export function connectionsOf(manifests: readonly Manifest[], layer: Layer): Connections {
  const cluster = new Cluster(manifests, layer);
  const edges = joined([...cluster.inside(), ...cluster.outside()]);
  const isShown = (end: string) => !cluster.context.has(end) && !end.endsWith('[External]');
  return {
    edges: cluster.context.size === 0 ? edges : edges.filter(({ source, destination }) => isShown(source) || isShown(destination)),
    workloads: cluster.workloads.filter(({ id }) => !cluster.context.has(id)),
    errors: cluster.misshapen,
  };
}

/** What a change opens, what it closes, and what travels otherwise since. */
export interface ChangedConnections {
  readonly opened: readonly Edge[];
  readonly closed: readonly Edge[];
  readonly reencrypted: readonly Reencrypted[];

  /** The policies of which it cannot be told, in either. */
  readonly misshapen: readonly Misshapen[];
}

type Comparison = (before: readonly Flow[], after: readonly Flow[]) => readonly Flow[];

export function changedConnections(before: readonly Manifest[], after: readonly Manifest[], layer: Layer): ChangedConnections {
  const [was, is] = [before, after].map(manifests => new Cluster(manifests, layer));
  const addresses = partsBetween([...was.blocks, ...is.blocks]);
  const outside = [was.outside(addresses), is.outside(addresses)];
  const ofOutside = outside.map(byEnds);
  /** What comes of all ends that one of the two has. */
  const compared = (all: readonly Part[], compare: Comparison) => [...byEnds(all)].flatMap(([ends, [{ source, destination }]]) =>
    partsOf(source, destination, compare(ofOutside[0].get(ends) ?? [], ofOutside[1].get(ends) ?? [])));
  const opened = is.inside((source, destination, flows) => openedOf(was.between(source, destination), flows));
  const closed = was.inside((source, destination, flows) => closedOf(flows, is.between(source, destination)));
  const reencrypted = is.inside((source, destination, flows) => reencryptedOf(was.between(source, destination), flows));
  return {
    opened: joined([...opened, ...compared(outside[1], openedOf)]),
    closed: joined([...closed, ...compared(outside[0], closedOf)]),
    reencrypted: joined([...reencrypted, ...compared(outside[1], reencryptedOf)]),
    misshapen: [...was.misshapen, ...is.misshapen],
  };
}
