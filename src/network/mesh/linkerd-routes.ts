import { Construct } from 'constructs';
import { identitiesOf, maySendEverything } from './linkerd-clients';
import { routesOf } from './linkerd-requests';
import { Reachable } from './mesh';
import { literal } from '../../connectivity/literal';
import { BELOW, RouteMatch } from '../../connectivity/mesh/route-matches';
import {
  LinkerdAuthorizationPolicy, LinkerdHttpRoute, LinkerdRouteMatch, LinkerdRouteRule, MeshTlsAuthentication, NetworkAuthentication,
} from '../../crds/linkerd-policy';

/** How many a rule of a route holds. */
const MATCHES_OF_RULE = 8;

/** Everybody, which is what the kubelet is: it may ask from any address, and proves nothing. */
export const EVERYBODY = ['0.0.0.0/0', '::/0'];

const idOf = (port: number) => `Routes-${port}`;

/** Whether a port has routes. */
export const hasRoutes = ({ construct }: Reachable, port: number) => construct.node.tryFindChild(idOf(port)) !== undefined;

/** Makes the routes of a port by which clients may send some requests alone, and what authorizes them there, in the place of those of before. */
export function makeRoutes(server: Reachable, port: number): void {
  const { construct } = server;
  const of = `${server.name}-${port}`;
  const clients = server.reached().find(each => each.port.number === port)?.clients ?? [];
  construct.node.tryRemoveChild(idOf(port));
  if (clients.every(maySendEverything)) {
    return;
  }
  const scope = new Construct(construct, idOf(port));
  const probes = server.probes().filter(probe => probe.port === port).map(({ path }) => path);
  for (const { name: id, matches, clients: own, probed } of routesOf(clients, probes)) {
    const name = `${of}-${id}`;
    new LinkerdHttpRoute(scope, `HTTPRoute-${id}`, name, of, rulesOf(matches));
    if (own.length > 0) {
      new LinkerdAuthorizationPolicy(scope, `AuthorizationPolicy-${id}`, name, { kind: 'HTTPRoute', name }, 'MeshTLSAuthentication');
      new MeshTlsAuthentication(scope, `MeshTLSAuthentication-${id}`, name, () => identitiesOf(own));
    }
    if (probed) {
      const probe = own.length > 0 ? `${name}-probes` : name;
      new LinkerdAuthorizationPolicy(scope, `ProbeAuthorizationPolicy-${id}`, probe, { kind: 'HTTPRoute', name }, 'NetworkAuthentication');
      new NetworkAuthentication(scope, `NetworkAuthentication-${id}`, probe, EVERYBODY);
    }
  }
}

function rulesOf(matches: readonly RouteMatch[]): LinkerdRouteRule[] {
  return Array.from({ length: Math.ceil(matches.length / MATCHES_OF_RULE) }, (_, index) =>
    ({ matches: matches.slice(index * MATCHES_OF_RULE, (index + 1) * MATCHES_OF_RULE).map(writtenMatch) }));
}

function writtenMatch({ method, path }: RouteMatch): LinkerdRouteMatch {
  return { ...method === undefined ? {} : { method }, ...path === undefined ? {} : { path: writtenPath(path) } };
}

/** What Gateway API calls a prefix holds the path above it too, which nobody means by `/items/*`. */
function writtenPath(path: string): LinkerdRouteMatch['path'] {
  return path.endsWith('*') ? { type: 'RegularExpression', value: `^${literal(path.slice(0, -1))}${BELOW}$` }
    : path.startsWith('*') ? { type: 'RegularExpression', value: `^.*${literal(path.slice(1))}$` } : { type: 'Exact', value: path };
}
