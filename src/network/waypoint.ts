import { Construct } from 'constructs';
import { declarationOfRules } from './declaration';
import { Edge, edgesFrom, inOneMesh, isLimited, peerOf, reach, workloadsOf } from './edge';
import { Endpoint } from './endpoint';
import { WaypointKind } from './mesh/waypoint-kind';
import { makeNetworkPolicy } from './network-policy';
import { everyEdgeTo, reachedBy } from './reached';
import { Rule } from './rule';
import { labelServices, servicesBefore } from './waypoint-services';

/**
 * Puts the waypoint of their tenant before those of some pods that one of the edges keeps clients to some requests of, where the mesh reads requests there. It
 * is made when it is first needed, and stays, also where a later word makes it needless.
 *
 * @returns those that had none before
 */
export function putWaypoints(server: Endpoint, edges: readonly Edge[]): Endpoint[] {
  const { waypoints } = server.mesh;
  return waypoints === undefined ? [] : workloadsOf(server)
    .filter(workload => workload.waypoint === undefined && edges.some(edge => needsWaypoint(edge, workload)))
    .map(workload => put(workload, waypoints));
}

/** An edge may be to a whole tenant: then it is looked at with the ports of one of its workloads. */
function needsWaypoint({ client, server }: Edge, { served }: Endpoint): boolean {
  return reach({ client, server }, served).some(isLimited);
}

function put(workload: Endpoint, kind: WaypointKind): Endpoint {
  const tenant = workload.group!;
  const { construct, name } = workload.pods;
  tenant.waypoint ??= waypointOf(tenant, kind);
  workload.waypoint = tenant.waypoint;
  kind.authorize({
    construct, name, services: () => servicesBefore(workload), reached: () => reachedBy(workload, everyEdgeTo(workload)),
  });
  return workload;
}

/** Makes the waypoint of a tenant, and a NetworkPolicy for its pods: clients reach it, and it reaches the workloads behind it. */
function waypointOf(tenant: Endpoint, kind: WaypointKind): Endpoint {
  const { name, matchLabels, serviceAccount, egress } = kind;
  const construct = new Construct(tenant.pods.construct, 'Waypoint');
  const waypoint = new Endpoint({ construct, name, namespace: tenant.namespace, matchLabels, serviceAccount, served: [], end: false });
  kind.make(construct, tenant.tenant!);
  labelServices(tenant, kind);
  const behind = () => tenant.members.filter(member => member.waypoint === waypoint);
  const rules = {
    ingress: () => behind().flatMap(workload => everyEdgeTo(workload)
      .map((edge): Rule => ({ peers: [peerOf(edge.client, waypoint)], ports: carried(edge, workload) }))),
    egress: () => [...behind().map((workload): Rule => ({ peers: [peerOf(workload, waypoint)], ports: carriedTo(workload) })), ...egress],
  };
  makeNetworkPolicy(construct, 'NetworkPolicy', { name, annotations: declarationOfRules(tenant.namespace!, rules), matchLabels, ...rules });
  return waypoint;
}

/** What the NetworkPolicy of a workload lets in for its waypoint. */
export function fromWaypoint(server: Endpoint): Rule[] {
  const { waypoint, pods } = server;
  return waypoint === undefined || pods.serviceAccount === undefined ? [] : [{ peers: [peerOf(waypoint, server)], ports: carriedTo(server) }];
}

/** What the NetworkPolicy of a client lets out to waypoints. */
export function toWaypoints(client: Endpoint): Rule[] {
  return edgesFrom(client).flatMap(edge => edge.server.namespaced.flatMap((server): Rule[] =>
    server.waypoint === undefined ? [] : [{ peers: [peerOf(server.waypoint, client)], ports: carried(edge, server) }]));
}

/** The ports of an edge, as the mesh carries them: nothing where the two are not in one. */
function carried(edge: Edge, server: Endpoint) {
  return edge.client.namespaced.some(client => inOneMesh(client, server))
    ? reach(edge, server.served).filter(({ port }) => port.protocol === 'TCP').map(({ port }) => server.mesh.carrying(port)) : [];
}

function carriedTo(server: Endpoint) {
  return server.served.filter(({ protocol }) => protocol === 'TCP').map(port => server.mesh.carrying(port));
}
