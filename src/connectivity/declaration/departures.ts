import { DeclaredLine } from './declaration';
import { Declarations, declaredWith } from './declared-traffic';
import { Manifest } from '../../inventory/manifest';
import { partsBetween } from '../address-range';
import { Cluster } from '../cluster';
import { Direction } from '../direction';
import { Edge } from '../edge';
import { joined, Part } from '../part';
import { PortSet } from '../port-set';
import { Misshapen } from '../shape';
import { textFlow } from '../written';

/** How a workload departs from what is declared of it. */
export interface Departure {
  /** The workload, as in `shop/web[Deployment]`. */
  readonly workload: string;
  readonly direction: Direction;

  /** What is open and is not declared, or the other way round. */
  readonly is: 'open' | 'closed';
  readonly edge: Edge;

  /** What goes over the edge, as in `TCP 8080 (GET /api/*)`. */
  readonly flow: string;
}

export interface Departures {
  /** The workloads of which something is declared. */
  readonly workloads: ReadonlySet<string>;
  readonly departures: readonly Departure[];

  /** The declarations that are none. */
  readonly misshapen: readonly Misshapen[];
}

const SIDES: { readonly [direction in Direction]: readonly [own: 'source' | 'destination', other: 'source' | 'destination'] } = {
  ingress: ['destination', 'source'],
  egress: ['source', 'destination'],
};

/** Where what manifests let through together, in both layers, is not what they declare. */
export function departuresOf(manifests: readonly Manifest[]): Departures {
  const cluster = new Cluster(manifests, 'effective');
  const declarations = new Declarations(cluster.manifests);
  const traffic = new Map(cluster.workloads.map(workload => [workload.id, declarations.of(workload)]));
  const parts = [...cluster.inside(), ...cluster.outside(partsBetween([...cluster.blocks, ...declarations.blocks]))]
    // What an entry without pods passes on comes from outside, and is there once more as that.
    .filter(({ source }) => typeof source !== 'string' || cluster.endOf(source) !== undefined);
  /** What a side of a part does not declare; nothing where it declares nothing at all. */
  const undeclared = (part: Part, direction: Direction): Part | undefined => {
    const [own, other] = SIDES[direction].map(side => part[side]);
    const lines = typeof own === 'string' ? traffic.get(own)?.[direction] : undefined;
    const workload = typeof other === 'string' ? cluster.endOf(other) : undefined;
    const connections = lines && part.connections.without(declaredWith(lines, other, workload, part.requests));
    return connections === undefined || connections.isEmpty ? undefined : { ...part, connections };
  };
  const ofIngress = parts.map(part => undeclared(part, 'ingress'));
  // What is told of the one side is not told of the other too.
  const ofEgress = parts.map((part, index) => ofIngress[index] === undefined ? undeclared(part, 'egress') : undefined);
  const open = ([['ingress', ofIngress], ['egress', ofEgress]] as const).flatMap(([direction, found]) =>
    joined(found.filter(part => part !== undefined)).map((edge): Departure => ({ workload: edge[SIDES[direction][0]], direction, is: 'open', edge, flow: textFlow(edge) })));
  const closed = [...traffic].flatMap(([workload, { ingress = [] }]) => ingress
    .map(line => missing(line, workload, cluster)).filter(edge => edge !== undefined).map((edge): Departure => ({ workload, direction: 'ingress', is: 'closed', edge, flow: textFlow(edge) })));
  return {
    workloads: new Set([...traffic].filter(([, { ingress, egress }]) => ingress !== undefined || egress !== undefined).map(([id]) => id)),
    departures: [...open, ...closed],
    misshapen: declarations.misshapen,
  };
}

/** What a line says that is let through from a workload that is there, and is not. */
function missing({ peer, connections, requests }: DeclaredLine, destination: string, cluster: Cluster): Edge | undefined {
  const source = 'workload' in peer ? peer.workload : undefined;
  if (source === undefined || source === destination || cluster.endOf(source) === undefined) {
    return undefined;
  }
  const open = cluster.between(source, destination).filter(flow => flow.requests === undefined || flow.requests === requests)
    .reduce((all, flow) => all.or(flow.connections), PortSet.NONE);
  const closed = connections.without(open);
  return closed.isEmpty ? undefined : { source, destination, connections: closed, requests };
}
