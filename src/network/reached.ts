import { Edge, edgesTo, inOneMesh, isLimited, reach } from './edge';
import { Endpoint } from './endpoint';
import { Client, Reached } from './mesh/mesh';

/** The edges by which pods are reached: those of a workload, and those of its whole tenant too. */
export function everyEdgeTo(server: Endpoint): Edge[] {
  const { group, pods } = server;
  return [...edgesTo(server), ...group === undefined || pods.serviceAccount === undefined ? [] : edgesTo(group)];
}

/** The TCP ports of pods that somebody may reach by one of the edges, and who of the mesh. */
export function reachedBy(server: Endpoint, edges: readonly Edge[]): Reached[] {
  const { served } = server;
  const known = edges.flatMap(edge => {
    const ports = reach(edge, served);
    return edge.client.namespaced.filter(client => inOneMesh(client, server)).map(client => ({ client, ports }));
  });
  return served.filter(({ protocol }) => protocol === 'TCP').map(port => ({
    port,
    clients: known.flatMap(({ client, ports }) => ports.filter(each => each.port.number === port.number && each.port.protocol === port.protocol)
      .map((each): Client => clientOf(client, isLimited(each) ? each.requests : []))),
    plainText: server.plainText.includes(port),
  })).filter(each => each.plainText || each.clients.length > 0);
}

/**
 * The same, as it is where pods are reached themselves. Who is kept to some requests comes through the waypoint, and so may everybody else: what each of
 * them may do was looked at there.
 */
export function reachedDirectly(server: Endpoint, edges: readonly Edge[]): Reached[] {
  const { waypoint, mesh, pods } = server;
  const all = reachedBy(server, edges);
  return mesh.waypoints === undefined ? all : all.map(({ clients, ...rest }) => ({
    ...rest,
    clients: [
      ...clients.filter(({ requests }) => requests.length === 0),
      ...waypoint === undefined || pods.serviceAccount === undefined || clients.length === 0 ? [] : [clientOf(waypoint, [])],
    ],
  })).filter(({ plainText, clients }) => plainText || clients.length > 0);
}

function clientOf({ namespace, pods: { serviceAccount, matchLabels } }: Endpoint, requests: Client['requests']): Client {
  return { namespace, serviceAccount, matchLabels, requests };
}
