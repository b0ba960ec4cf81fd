import { Endpoint } from './endpoint';
import { Grant, Grants } from './grants';
import { Port } from './port';
import { alternatives, both, EVERY_REQUEST, isEvery, Requests } from './requests';
import { OpenPort, Peer, Rule } from './rule';
import { MeshKind } from '../model/mesh-kind';

/** Who may reach whom: what both sides say, or where one tenant holds both, what one of them says. */
export interface Edge {
  readonly client: Endpoint;
  readonly server: Endpoint;
}

/** A port, and one of which requests are allowed on it. */
export interface Reach {
  readonly port: Port;
  readonly requests: readonly Requests[];
}

/** Allows a client to a server, as one of the two says. */
export function allow(by: Endpoint, client: Endpoint, server: Endpoint, grant: Grant): void {
  if (by === client) {
    said(client.to, server).add(grant);
    server.toBy.add(client);
  }
  if (by === server) {
    said(server.from, client).add(grant);
    client.fromBy.add(server);
  }
}

function said(edges: Map<Endpoint, Grants>, peer: Endpoint): Grants {
  const grants = edges.get(peer) ?? new Grants();
  edges.set(peer, grants);
  return grants;
}

/** Whether one word is enough: whoever may write the one of a tenant may write the other. Workloads outside of tenants are of one. */
export function sameTenant(a: Endpoint, b: Endpoint): boolean {
  return !a.foreign && !b.foreign && a.tenant === b.tenant && a.pods.namespaceLabels === undefined && b.pods.namespaceLabels === undefined;
}

/** The edges from pods, each once, in the order of the paths of their servers. Those of their whole tenant are the tenant's. */
export function edgesFrom(client: Endpoint): Edge[] {
  const named = [
    ...[...client.to.keys()].flatMap(peer => sides(client, peer, each => hasNamed(each.from, client))),
    ...[...client.fromBy].filter(server => sameTenant(client, server)),
    ...ofOwner(client, ({ fromBy }) => fromBy),
  ];
  return inOrder(new Set(named)).map(server => ({ client, server }));
}

/** The edges to pods, in the order of the paths of their clients. */
export function edgesTo(server: Endpoint): Edge[] {
  const named = [
    ...[...server.from.keys()].flatMap(peer => sides(server, peer, each => hasNamed(each.to, server))),
    ...[...server.toBy].filter(client => sameTenant(client, server)),
    ...ofOwner(server, ({ toBy }) => toBy),
  ];
  return inOrder(new Set(named)).map(client => ({ client, server }));
}

/** Those that a peer stands for, seen from one side: it itself, the own tenant in it, or those in it that agree. */
function sides(self: Endpoint, peer: Endpoint, agrees: (other: Endpoint) => boolean): Endpoint[] {
  if (peer.foreign || sameTenant(self, peer)) {
    return [peer];
  }
  const own = peer.members.filter(member => sameTenant(self, member));
  const others = workloadsOf(peer).filter(each => !sameTenant(self, each) && agrees(each));
  return [...own, ...others];
}

/** What a tenant has from its owner: the others of it, and those in it that let in all of the owner. */
function ofOwner(tenant: Endpoint, by: (owner: Endpoint) => Iterable<Endpoint>): Endpoint[] {
  const { group: owner } = tenant;
  return owner === undefined || tenant.pods.serviceAccount !== undefined || owner.pods.namespaceLabels === undefined ? []
    : [...owner.isInternal ? [owner] : [], ...[...by(owner)].filter(each => sameTenant(tenant, each))];
}

/** A peer itself, or the workloads in it. */
export function workloadsOf(peer: Endpoint): Endpoint[] {
  return peer.pods.serviceAccount !== undefined || peer.foreign ? [peer] : peer.members.flatMap(workloadsOf);
}

/** Whether one of those around has been named. */
export function hasNamed(edges: Map<Endpoint, Grants>, peer: Endpoint): boolean {
  return peer.around.some(each => edges.has(each));
}

/** The ports of a server that an edge opens. */
export function reach({ client, server }: Edge, served = server.served): Reach[] {
  const to = words(client.around.slice(0, 1), server.around, 'to');
  const from = words(server.around.slice(0, 1), client.around, 'from');
  const internal = [client, server].find(({ isInternal }) => isInternal)?.internal;
  return served.map(port => {
    const [out, into] = [to, from].map(grants => alternatives(grants.flatMap(each => each.on(port))));
    return { port, requests: internal !== undefined ? internal.on(port) : together(client, server, out, into) };
  }).filter(({ requests }) => requests.length > 0);
}

function together(client: Endpoint, server: Endpoint, to: readonly Requests[], from: readonly Requests[]): Requests[] {
  if (sameTenant(client, server)) {
    return alternatives([...to, ...from]);
  }
  const [out, into] = [client.foreign ? [EVERY_REQUEST] : to, server.foreign ? [EVERY_REQUEST] : from];
  return alternatives(out.flatMap(each => into.map(other => both(each, other))).filter(each => each !== undefined));
}

function words(speakers: readonly Endpoint[], peers: readonly Endpoint[], half: 'to' | 'from'): Grants[] {
  return speakers.flatMap(speaker => peers.map(peer => speaker[half].get(peer))).filter(grants => grants !== undefined);
}

/** What lets an edge through, at its server or at its client. */
export function ruleOf(edge: Edge, at: 'server' | 'client'): Rule {
  const [self, other] = at === 'server' ? [edge.server, edge.client] : [edge.client, edge.server];
  return { peers: [peerOf(other, self)], ports: policyPorts(edge), ...inOneMesh(self, other) ? { serviceAccount: other.pods.serviceAccount } : {} };
}

/** The ports of an edge as policies see them: the mesh may carry them on one of its own, or lead them through a waypoint. */
function policyPorts(edge: Edge): OpenPort[] {
  const { client: from, server: to } = edge;
  return from.namespaced.flatMap(client => to.namespaced.flatMap(server => {
    const authenticated = inOneMesh(client, server);
    return reach(edge, server.served).filter(each => server.mesh.waypoints === undefined || !isLimited(each))
      .map(({ port, requests }) => ({ ...authenticated ? server.mesh.carrying(port) : port, authenticated, requests }));
  }));
}

/** Whether a client is kept to some requests on a port. */
export function isLimited({ requests }: Reach): boolean {
  return !requests.every(isEvery);
}

export function inOneMesh(client: Endpoint, server: Endpoint): boolean {
  return client.mesh === server.mesh && server.mesh.kind !== MeshKind.NONE;
}

/** An endpoint as another one's NetworkPolicy selects it. Labels of pods alone could be given to pods of any namespace. */
export function peerOf({ pods, namespace }: Endpoint, seenFrom: Endpoint): Peer {
  const podSelector = Object.keys(pods.matchLabels).length === 0 ? {} : { podSelector: { matchLabels: pods.matchLabels } };
  if (pods.namespaceLabels !== undefined) {
    return { namespaceSelector: { matchLabels: pods.namespaceLabels }, ...podSelector };
  }
  return namespace === seenFrom.namespace || namespace === undefined
    ? { podSelector: podSelector.podSelector ?? {} }
    : { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, ...podSelector };
}

/** Endpoints in the order of their paths, so that what is rendered does not depend on the order in which edges were allowed. */
export function inOrder(endpoints: Iterable<Endpoint>): Endpoint[] {
  return [...endpoints].sort((a, b) => a.path < b.path ? -1 : 1);
}
