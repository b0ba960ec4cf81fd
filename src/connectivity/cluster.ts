import { AddressRange, EVERYWHERE, partsBetween } from './address-range';
import { Candidates } from './candidates';
import { letThrough, permitted } from './direction';
import { Flow } from './edge';
import { unknownWorkload, Workload } from './endpoint';
import { entriesOf } from './entry/entries';
import { Entry } from './entry/entry';
import { UNKNOWN_CONTROLLER } from './entry/ingress';
import { exposedBy } from './exposure';
import { Layer } from './layer';
import { throughFromOutside } from './mesh/effective';
import { memberOfNone, MeshSet } from './mesh/mesh-set';
import { Waypoints } from './mesh/waypoints';
import { Part, partsOf } from './part';
import { Permission } from './permission';
import { PolicySet } from './policy-set';
import { PortSet } from './port-set';
import { Behind, Services } from './services';
import { Misshapen } from './shape';
import { both, flowsBetween, Side, toListeners } from './side';
import { ThroughWaypoints } from './through-waypoints';
import { workloadsOf } from './workloads';
import { Manifest } from '../inventory/manifest';

/** Where a manifest says no namespace, this one is meant. */
const DEFAULT = 'default';

/** Who routes requests into the cluster where only network policies are looked at: a pod of which nothing is known. */
const ROUTER = unknownWorkload(UNKNOWN_CONTROLLER, UNKNOWN_CONTROLLER);

const NOBODY_KNOWS: readonly Permission[] = [{ ports: PortSet.ALL }];

/** Manifests, read for what they let through in a layer. */
export class Cluster {
  /** The manifests, each with its namespace. */
  public readonly manifests: readonly Manifest[];

  /** The blocks of addresses that policies name. */
  public readonly blocks: readonly AddressRange[];
  public readonly misshapen: readonly Misshapen[];
  public readonly workloads: readonly Workload[];

  /** The workloads and entries that are there only for others to talk to. */
  public readonly context: ReadonlySet<string>;
  private readonly policies: PolicySet;
  private readonly meshes: MeshSet;
  private readonly sides: ReadonlyMap<string, Side>;
  private readonly exposed: readonly Behind[];
  private readonly entries: readonly Entry[];
  private readonly waypoints: ThroughWaypoints;

  /** Those of the entries that are pods with a place in the cluster. */
  private readonly gateways: ReadonlyMap<string, Side>;

  public constructor(manifests: readonly Manifest[], private readonly layer: Layer) {
    const placed = manifests.map(manifest => manifest.namespace === '' ? { ...manifest, namespace: DEFAULT } : manifest);
    const workloads = workloadsOf(placed);
    this.manifests = placed;
    this.workloads = workloads;
    this.policies = new PolicySet(placed);
    this.meshes = new MeshSet(layer === 'network' ? [] : placed);
    this.sides = new Map(workloads.map(workload => [workload.id, this.sideOf(workload)]));
    const services = new Services(placed, workloads);
    this.exposed = layer === 'network' ? exposedBy(placed, services) : [];
    this.waypoints = new ThroughWaypoints(new Waypoints(layer === 'network' ? [] : placed, services, workloads, this.meshes), layer,
      (workload, member) => ({ ...this.sideOf(workload), member }));
    this.entries = layer === 'network' ? [] : entriesOf(placed, services, workloads);
    this.gateways = new Map(this.entries.flatMap(entry => entry.workload === undefined || entry.workload.namespace === UNKNOWN_CONTROLLER ? []
      : [[entry.id, this.gatewayOf(entry, entry.workload)]]));
    this.context = new Set([...workloads, ...this.entries].filter(({ judged }) => !judged).map(({ id }) => id));
    this.blocks = [...this.policies.blocks, ...this.meshes.blocks];
    this.misshapen = [...this.policies.misshapen, ...this.meshes.misshapen];
  }

  private sideOf(workload: Workload): Side {
    return {
      workload,
      endpoint: { workload },
      ingress: this.policies.of(workload, 'ingress'),
      egress: this.policies.of(workload, 'egress'),
      member: this.layer === 'network' ? memberOfNone(workload) : this.meshes.member(workload),
    };
  }

  private gatewayOf({ inIstio, listeners }: Entry, workload: Workload): Side {
    return { ...this.sideOf(workload), listeners, member: inIstio ? this.meshes.gateway(workload) : memberOfNone(workload) };
  }

  /** The workload, or the pods of a gateway, of a name. */
  public endOf(id: string): Workload | undefined {
    return (this.sides.get(id) ?? this.gateways.get(id))?.workload;
  }

  /** What one workload lets through to another; nothing where one of them is not there. */
  public readonly between = (source: string, destination: string): readonly Flow[] => {
    const [from, to] = [source, destination].map(id => this.sides.get(id) ?? this.gateways.get(id));
    return from === undefined || to === undefined ? [] : this.flows(from, to);
  };

  private flows(from: Side, to: Side): readonly Flow[] {
    const { unmeshed } = this.policies;
    return this.waypoints.flows(flowsBetween(from, to, this.layer, unmeshed), from, to, unmeshed);
  }

  /** @param compared what becomes of each pair's flows: pairs are looked at one by one, for there may be millions */
  public inside(compared: (source: string, destination: string, flows: readonly Flow[]) => readonly Flow[] = (_, __, flows) => flows): Part[] {
    const parts: Part[] = [];
    const sides = [...this.sides.values()];
    const all = [...sides, ...this.gateways.values()];
    const candidates = this.layer === 'mesh' ? undefined : new Candidates([...all, ...this.waypoints.sides]);
    for (const from of sides) {
      for (const to of this.waypoints.expanded(candidates?.reachedFrom(from) ?? all, id => this.sides.get(id)!)) {
        const flows = from === to ? [] : this.flows(from, to);
        if (flows.length > 0) {
          parts.push(...partsOf(from.workload.id, to.workload.id, compared(from.workload.id, to.workload.id, flows)));
        }
      }
    }
    return parts;
  }

  /** @param addresses all of them, cut wherever a policy could tell them apart */
  public outside(addresses: readonly AddressRange[] = partsBetween(this.blocks)): Part[] {
    const ranges = [...this.sides.values()].flatMap(side => [
      ...addresses.flatMap(range => [
        ...partsOf(range, side.workload.id, this.fromOutside(range, side)),
        ...partsOf(side.workload.id, range, this.toOutside(range, side)),
      ]),
      ...this.toNames(side),
    ]);
    const router = { workload: ROUTER };
    const routed = this.exposed.flatMap(({ workload, ports }) =>
      partsOf(ROUTER.id, workload.id, [{ connections: ports.and(letThrough(this.sides.get(workload.id)!.ingress, router, { workload })) }]));
    return [...ranges, ...routed, ...this.entries.flatMap(entry => [...this.intoEntry(entry, addresses), ...this.fromEntry(entry, addresses)])];
  }

  private wireFromOutside(range: AddressRange, { ingress, endpoint }: Side): readonly Permission[] {
    return this.layer === 'mesh' ? NOBODY_KNOWS : permitted(ingress, { addresses: range }, endpoint);
  }

  private fromOutside(range: AddressRange, side: Side): Flow[] {
    const wire = this.wireFromOutside(range, side);
    return this.layer === 'network' ? wire.map(({ ports, requests }) => ({ connections: ports, requests })) : throughFromOutside(wire, range, side.member);
  }

  private toOutside(addresses: AddressRange, { egress }: Side): Flow[] {
    const wire = this.layer === 'mesh' ? NOBODY_KNOWS : permitted(egress, { addresses }, { addresses });
    return wire.map(({ ports, requests }) => ({ connections: ports, requests, encryption: this.layer === 'network' ? undefined : 'unknown' }));
  }

  private toNames({ workload }: Side): Part[] {
    const listening = { addresses: EVERYWHERE };
    return this.layer === 'mesh' ? [] : this.policies.namesOf(workload).flatMap(({ name, ports, requests }) => partsOf(
      workload.id, `${name}[External]`, [{ connections: ports(listening), requests, encryption: this.layer === 'network' ? undefined : 'unknown' }]));
  }

  private intoEntry({ id, listeners }: Entry, addresses: readonly AddressRange[]): Part[] {
    const gateway = this.gateways.get(id);
    return gateway === undefined ? partsOf(EVERYWHERE, id, listeners)
      : addresses.flatMap(range => partsOf(range, id, toListeners(this.wireFromOutside(range, gateway), listeners, gateway, { addresses: range })));
  }

  /** What an entry passes on: as its own pods do, or where it has none, as those outside do. */
  private fromEntry(entry: Entry, addresses: readonly AddressRange[]): Part[] {
    return entry.targets.flatMap(({ workload: { id }, ports, requests }) => {
      const to = this.sides.get(id)!;
      const flows = entry.workload === undefined ? addresses.flatMap(range => this.fromOutside(range, to))
        : this.flows(this.gateways.get(entry.id) ?? this.controllerOf(entry.workload), to);
      return partsOf(entry.id, id, flows.flatMap(flow => both([{ ports: flow.connections, requests: flow.requests }], [{ ports, requests }])
        .map(each => ({ ...flow, connections: each.ports, requests: each.requests }))));
    });
  }

  /** Whoever it is, nothing in the manifests keeps it from sending. */
  private controllerOf(workload: Workload): Side {
    return { workload, endpoint: { workload }, ingress: OPEN, egress: OPEN, member: memberOfNone(workload) };
  }
}

const OPEN = { admin: [], denied: [], baseline: [], seesRequests: false, authenticates: false };
