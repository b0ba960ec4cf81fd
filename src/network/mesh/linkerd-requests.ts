import { createHash } from 'node:crypto';
import { maySendEverything, nameOfClient } from './linkerd-clients';
import { Client } from './mesh';
import { RouteMatch, writtenMatches } from '../../connectivity/mesh/route-matches';
import { covers, isEvery, Requests } from '../requests';

/** Matches that the same clients are authorized for. */
export interface ClientsRoute {
  /** What tells it from the others of its port: it depends on the clients alone. */
  readonly name: string;
  readonly matches: readonly RouteMatch[];

  /** Those who may send nothing else, and this. Whoever may send everything is authorized for the whole port. */
  readonly clients: readonly Client[];

  /** Whether everybody may send it, for the kubelet does, and proves nothing. */
  readonly probed: boolean;
}

/** Those that a route can name. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];

/** Sixteen rules of eight. */
const MATCHES_OF_ROUTE = 128;

/** Every method, or every path: it is left out. */
const ANY = undefined;

/** What a client is kept to: it has one of the methods and one of the paths, where there are some. */
interface Limit {
  readonly client: Client;
  readonly methods?: readonly string[];
  readonly paths?: readonly string[];
}

const limitsOf = (clients: readonly Client[]): Limit[] =>
  clients.flatMap(client => client.requests.map(requests => ({ client, ...withoutEveryPath(requests) })));

function withoutEveryPath({ methods, paths }: Requests): Requests {
  return { methods, paths: paths?.includes('/*') ? ANY : paths };
}

/**
 * The routes of a port, and who is authorized for each. A request goes to one of them alone: to that which matches the longest part of its path (an
 * expression matches all of it), and among these to one that names its method. So whom a wider alternative lets send it is authorized there too.
 *
 * @param probed the paths that the kubelet gets
 */
export function routesOf(clients: readonly Client[], probed: readonly string[]): ClientsRoute[] {
  const limits = limitsOf(clients);
  const byClients = new Map<string, ClientsRoute>();
  for (const { path, about } of patternsOf(clients, limits, probed)) {
    const isProbed = path !== undefined && probed.includes(path);
    const methods = [...about.flatMap(limit => limit.methods ?? ANY), ...isProbed ? ['GET'] : [], ...path === ANY ? [ANY] : []];
    for (const method of new Set(methods)) {
      const own = about.filter(limit => has(limit.methods, method)).map(({ client }) => client);
      const everybody = isProbed && method === 'GET';
      const name = nameOf(own, everybody);
      byClients.set(name, { name, clients: own, probed: everybody, matches: [...byClients.get(name)?.matches ?? [], { method, path }] });
    }
  }
  return [...byClients.values()].sort((a, b) => a.name < b.name ? -1 : 1);
}

/** Whether a list names an item. One that is left out stands for all, which nothing but such a list names. */
const has = (list: readonly string[] | undefined, item: string | undefined) => list === undefined || item !== undefined && list.includes(item);

/**
 * The patterns of paths that are told apart, and what is said of each. What is of none is refused, but Linkerd counts it as denied only where a route
 * is about it: so there is one for every path, unless another pattern is as short.
 */
function patternsOf(clients: readonly Client[], limits: readonly Limit[], probed: readonly string[]) {
  const named = namedPaths(limits, probed);
  const others = needsEveryPath(clients, limits) || !named.some(isRoot) ? [ANY] : [];
  return [...named, ...others].map(path => ({ path, about: limits.filter(({ paths }) => has(paths, path)) }));
}

const namedPaths = (limits: readonly Limit[], probed: readonly string[]) =>
  [...new Set([...limits.flatMap(({ paths = [] }) => paths), ...probed])].sort();

const needsEveryPath = (clients: readonly Client[], limits: readonly Limit[]) =>
  clients.some(maySendEverything) || limits.some(({ paths }) => paths === ANY);

/** Whether a pattern holds the path that is as short as the one in which everything begins. */
const isRoot = (path: string) => covers(path, '/');

function nameOf(clients: readonly Client[], probed: boolean): string {
  const names = [...new Set(clients.map(nameOfClient))].sort();
  return names.length === 0 ? probed ? 'probes' : 'others'
    : createHash('sha256').update(JSON.stringify([names, probed])).digest('hex').slice(0, 8);
}

/** What keeps Linkerd from telling requests apart. */
export function confusedBy(clients: readonly Client[], probed: readonly string[]): string | undefined {
  const limits = limitsOf(clients);
  if (limits.length === 0) {
    return undefined;
  }
  const unknown = limits.flatMap(({ methods = [] }) => methods).find(method => !METHODS.includes(method));
  if (unknown !== undefined) {
    return `and Linkerd cannot name the method ${unknown}: name some of ${METHODS.join(', ')}, or leave methods out`;
  }
  const named = namedPaths(limits, probed);
  const within = named.find(path => path.endsWith('*') && !path.endsWith('/*'));
  if (within !== undefined) {
    return `and to Linkerd paths are below whole segments of another: write ${within.slice(0, -1)}/* in place of ${within}, or each path`;
  }
  const root = needsEveryPath(clients, limits) ? named.find(path => isRoot(path) && !isOnlyProbed(path, limits, probed)) : undefined;
  const pairs = named.flatMap((path, index) => named.slice(index + 1).filter(next => overlap(path, next)).map(next => [path, next]));
  const [one, other] = pairs[0] ?? [root, 'every path'];
  if (one !== undefined) {
    return `and Linkerd looks at one pattern alone where ${one} and ${other} are both meant: `
      + 'name the same paths for all of its clients and probes, or such as have nothing in common';
  }
  return routesOf(clients, probed).some(({ matches }) => matches.length > MATCHES_OF_ROUTE)
    ? `which are more than the ${MATCHES_OF_ROUTE} that a route of Linkerd holds: name fewer methods or paths` : undefined;
}

/** A probe of the shortest path names its method, and so counts before what names none. */
function isOnlyProbed(path: string, limits: readonly Limit[], probed: readonly string[]): boolean {
  return probed.includes(path) && limits.every(({ methods, paths }) => paths === ANY ? methods?.includes('GET') !== true : !paths.includes(path));
}

/** Whether some path is of both. */
function overlap(one: string, other: string): boolean {
  return covers(one, other) || covers(other, one)
    || [[one, other], [other, one]].some(([begins, ends]) => begins.endsWith('*') && ends.startsWith('*'));
}

/** As the graph writes them; nothing where these are all. */
export function writtenForLinkerd(requests: readonly Requests[]): string | undefined {
  return requests.some(isEvery) ? undefined : writtenMatches(requests.map(withoutEveryPath).flatMap(({ methods = [ANY], paths = [ANY] }) =>
    methods.flatMap(method => paths.map(path => ({ method, path })))));
}
