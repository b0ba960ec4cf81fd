import { AllowedPorts } from './allowed-ports';
import { Endpoint } from './endpoint';
import { Port } from './port';
import { Peer } from './rule';
import { MeshKind } from '../model/mesh-kind';

/**
 * Allows a client to a server, as one of the two says. Within a tenant one word is both halves: whoever may write the one may write the other.
 * Across tenants each says its own, and what both say holds.
 */
export function allow(by: Endpoint, client: Endpoint, server: Endpoint, ports: readonly number[] | undefined): void {
  const sameTenant = client.tenant === server.tenant;
  if (sameTenant || by === client) {
    allowed(client.to, server).add(ports);
  }
  if (sameTenant || by === server) {
    allowed(server.from, client).add(ports);
  }
}

function allowed(edges: Map<Endpoint, AllowedPorts>, peer: Endpoint): AllowedPorts {
  const ports = edges.get(peer) ?? new AllowedPorts();
  edges.set(peer, ports);
  return ports;
}

/** The ports of a server that both sides allow a client to. */
export function agreedPorts(client: Endpoint, server: Endpoint): Port[] {
  const to = client.to.get(server);
  const from = server.from.get(client);
  return to === undefined || from === undefined ? [] : server.served.filter(port => to.includes(port) && from.includes(port));
}

/** The same, as a NetworkPolicy sees them: the mesh may carry them on one of its own. */
export function policyPorts(client: Endpoint, server: Endpoint): Port[] {
  const ports = agreedPorts(client, server);
  return inOneMesh(client, server) ? ports.map(port => server.mesh.carrying(port)) : ports;
}

export function inOneMesh(client: Endpoint, server: Endpoint): boolean {
  return client.mesh === server.mesh && server.mesh.kind !== MeshKind.NONE;
}

/** An endpoint as another one's NetworkPolicy selects it. Labels of pods alone could be given to pods of any namespace. */
export function peerOf(endpoint: Endpoint, seenFrom: Endpoint): Peer {
  const podSelector = { matchLabels: endpoint.pods.matchLabels };
  return endpoint.namespace === seenFrom.namespace || endpoint.namespace === undefined
    ? { podSelector }
    : { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': endpoint.namespace } }, podSelector };
}

/** Endpoints in the order of their paths, so that what is rendered does not depend on the order in which edges were allowed. */
export function inOrder(endpoints: Iterable<Endpoint>): Endpoint[] {
  return [...endpoints].sort((a, b) => a.path < b.path ? -1 : 1);
}
