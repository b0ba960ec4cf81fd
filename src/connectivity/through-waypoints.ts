import { Flow } from './edge';
import { Workload } from './endpoint';
import { Layer } from './layer';
import { TUNNEL_OF } from './mesh/membership';
import { Member, memberOfNone } from './mesh/mesh-set';
import { Passage, Waypoints } from './mesh/waypoints';
import { ALL_BUT_TCP, anyOfThem } from './permission';
import { PortSet } from './port-set';
import { both, flowsBetween, Side, wireBetween } from './side';
import { MeshKind } from '../model/mesh-kind';

const TUNNEL = PortSet.of('TCP', TUNNEL_OF[MeshKind.ISTIO_AMBIENT]);

/** What workloads let through to each other by way of waypoints. Nobody draws these: they only pass on what others send. */
export class ThroughWaypoints {
  /** The pods of waypoints. */
  public readonly sides: readonly Side[];
  private readonly byId: ReadonlyMap<string, Side>;

  /** @param sideOf what both layers say of pods */
  public constructor(private readonly waypoints: Waypoints, private readonly layer: Layer, sideOf: (workload: Workload, member: Member) => Side) {
    this.sides = waypoints.pods.map(pods => sideOf(pods, memberOf(pods)));
    this.byId = new Map(this.sides.map(side => [side.workload.id, side]));
  }

  /** Those among some who may be reached, with those behind the waypoints among them. */
  public expanded(reached: Iterable<Side>, sideOf: (id: string) => Side): Iterable<Side> {
    return this.sides.length === 0 ? reached
      : new Set([...reached].flatMap(to => this.byId.has(to.workload.id) ? this.waypoints.behind(to.workload).map(sideOf) : [to]));
  }

  /**
   * All that comes through from one workload to another.
   *
   * @param direct what does so past waypoints, if anybody sends there
   */
  public flows(direct: readonly Flow[], from: Side, to: Side, unmeshed: Flow['encryption']): readonly Flow[] {
    const { passages, past } = this.waypoints.to(to.workload);
    // Only the proxies of nodes know of waypoints: others send to pods themselves.
    return passages.length === 0 || from.member.mesh !== MeshKind.ISTIO_AMBIENT ? direct : anyWay([
      ...direct.map(flow => ({ ...flow, connections: flow.connections.and(past.or(ALL_BUT_TCP)) })),
      ...passages.flatMap(passage => this.through(passage, from, to, unmeshed)),
    ]);
  }

  /** What reaches the waypoint, what that lets through, and what reaches the workload from it, together. */
  private through({ through, admits }: Passage, from: Side, to: Side, unmeshed: Flow['encryption']): Flow[] {
    const waypoint = this.byId.get(through.id)!;
    const isOpen = this.layer === 'mesh' || wireBetween(from, waypoint).some(({ ports }) => !ports.and(TUNNEL).isEmpty);
    const { namespace, serviceAccount } = from.workload;
    const allowed = isOpen ? admits({ identity: { namespace, serviceAccount } }) : [];
    return allowed.length === 0 ? [] : flowsBetween(waypoint, to, this.layer, unmeshed).flatMap(({ connections, requests, encryption }) =>
      both(allowed, [{ ports: connections, requests }]).map(each => ({ connections: each.ports, requests: each.requests, encryption })));
  }
}

/** By one way or another: who comes through past a waypoint without a condition, needs not meet one there. */
function anyWay(flows: readonly Flow[]): Flow[] {
  return [...new Set(flows.map(({ encryption }) => encryption))].flatMap(encryption =>
    anyOfThem(flows.filter(flow => flow.encryption === encryption).map(({ connections, requests }) => ({ ports: connections, requests })))
      .map(({ ports, requests }) => ({ connections: ports, requests, encryption })));
}

/** It takes nothing but its tunnel, and proves to others who it is. */
function memberOf(pods: Workload): Member {
  return { ...memberOfNone(pods), mesh: MeshKind.ISTIO_AMBIENT };
}
