import { authenticatedOn, letThrough, permitted, Policies } from './direction';
import { Flow, gathered } from './edge';
import { Endpoint, Workload } from './endpoint';
import { Layer } from './layer';
import { throughMesh } from './mesh/effective';
import { Member } from './mesh/mesh-set';
import { Permission } from './permission';
import { PortSet } from './port-set';

/** A workload with what both layers say of it. */
export interface Side {
  readonly workload: Workload;
  readonly endpoint: Endpoint;
  readonly ingress: Policies;
  readonly egress: Policies;
  readonly member: Member;

  /** What is open on it, where it is a gateway: nothing else listens there, and TLS is its own. */
  readonly listeners?: readonly Flow[];
}

const NOTHING: readonly Flow[] = [];
const EVERYTHING: readonly Permission[] = [{ ports: PortSet.ALL }];

/** What comes through from one workload to another in a layer. */
export function flowsBetween(from: Side, to: Side, layer: Layer, unmeshed: Flow['encryption']): readonly Flow[] {
  const wire = layer === 'mesh' ? EVERYTHING : wireBetween(from, to);
  if (wire.length === 0) {
    return NOTHING;
  }
  return to.listeners !== undefined ? toListeners(wire, to.listeners, to, {})
    : layer === 'network' ? wire.map(({ ports, requests }) => ({ connections: ports, requests }))
      : withProof(throughMesh(wire, from.member, to.member, unmeshed ?? 'plain'), layer, from, to);
}

/** The flows, and whether both ends prove who they are: it is enough that one end asks. */
function withProof(flows: readonly Flow[], layer: Layer, from: Side, to: Side): readonly Flow[] {
  if (layer !== 'effective' || !from.egress.authenticates && !to.ingress.authenticates) {
    return flows;
  }
  const asked = authenticatedOn(from.egress, to.endpoint, to.endpoint).or(authenticatedOn(to.ingress, from.endpoint, to.endpoint));
  return flows.flatMap(flow => [
    { ...flow, connections: flow.connections.without(asked) },
    { ...flow, connections: flow.connections.and(asked), authenticated: true },
  ]).filter(({ connections }) => !connections.isEmpty);
}

/** What network policies let through. It runs for each pair of workloads, of which most have nothing to do with each other. */
export function wireBetween(from: Side, to: Side): readonly Permission[] {
  const sent = letThrough(from.egress, to.endpoint, to.endpoint);
  if (sent.isEmpty) {
    return NONE;
  }
  const ports = sent.and(letThrough(to.ingress, from.endpoint, to.endpoint));
  if (ports.isEmpty) {
    return NONE;
  }
  return from.egress.seesRequests || to.ingress.seesRequests
    ? both(permitted(from.egress, to.endpoint, to.endpoint), permitted(to.ingress, from.endpoint, to.endpoint)) : [{ ports }];
}

const NONE: readonly Permission[] = [];

/** What two layers, or two sides, let through together. */
export function both(some: readonly Permission[], others: readonly Permission[]): Permission[] {
  return some.flatMap(one => others.map(other => ({
    ports: one.ports.and(other.ports),
    requests: one.requests === undefined || one.requests === other.requests ? other.requests : other.requests === undefined ? one.requests : `${one.requests}; ${other.requests}`,
  }))).filter(({ ports }) => !ports.isEmpty);
}

/** What reaches the listeners of a gateway: what its own policies let through of it. */
export function toListeners(wire: readonly Permission[], listeners: readonly Flow[], to: Side, client: Parameters<Member['admits']>[0]): Flow[] {
  const open = both(wire, to.member.admits(client));
  return gathered(listeners.flatMap(({ connections, requests, encryption }) =>
    both(open, [{ ports: connections, requests }]).map(each => ({ connections: each.ports, requests: each.requests, encryption }))));
}
