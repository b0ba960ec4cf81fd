import { Client } from './client';
import { Authentication, ofReference } from './linkerd-authentication';
import { RouteMatch, writtenMatches } from './route-matches';
import { matchesLabels } from '../../inventory/label-selector';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Workload } from '../endpoint';
import { ALL_TCP, anyOfThem, Permission } from '../permission';
import { PortSet } from '../port-set';
import { mappingIn, mappingsIn, selectorIn } from '../shape';

/** The annotation of a namespace, or of pods, that says who is let in where no Server stands. */
const DEFAULT_POLICY = 'config.linkerd.io/default-inbound-policy';

/** Whom a policy of that name lets in, where nothing else does. Nobody knows which addresses are of the cluster: those outside of it are not. */
const DEFAULTS: { readonly [policy: string]: Authentication } = {
  'all-unauthenticated': () => true,
  'cluster-unauthenticated': ({ addresses }) => addresses === undefined,
  'all-authenticated': ({ identity }) => identity !== undefined,
  'cluster-authenticated': ({ identity }) => identity !== undefined,
  'audit': () => true,
  'deny': () => false,
};

/** One port of some pods: a Server of Linkerd, read. */
export interface LinkerdServer {
  readonly namespace: string;
  readonly name: string;
  readonly isAbout: (workload: Workload) => boolean;
  readonly port: string | number;
  readonly otherwise: string;
}

/** @throws if it has not the shape that it must have */
export function linkerdServer({ object, namespace, name }: Manifest): LinkerdServer {
  const spec = mappingIn(object.spec, 'spec');
  const selector = selectorIn(spec.podSelector, 'spec.podSelector');
  return {
    namespace,
    name,
    isAbout: workload => spec.podSelector !== undefined && workload.namespace === namespace && matchesLabels(selector, workload.labels),
    port: spec.port,
    otherwise: spec.accessPolicy ?? 'deny',
  };
}

/** Whom an AuthorizationPolicy of Linkerd lets in, and to what: a Server, a route of one, or everything in its namespace. */
export interface LinkerdAuthorization {
  readonly namespace: string;
  readonly target: { readonly kind: string; readonly name: string };
  readonly isFrom: Authentication;
}

/** @throws if it has not the shape that it must have */
export function linkerdAuthorization(
  { object, namespace }: Manifest, find: (reference: JsonObject, namespace: string) => Authentication | undefined,
): LinkerdAuthorization {
  const spec = mappingIn(object.spec, 'spec');
  const { kind, name } = mappingIn(spec.targetRef, 'spec.targetRef');
  const required = mappingsIn(spec.requiredAuthenticationRefs, 'spec.requiredAuthenticationRefs')
    .map(reference => reference.kind === 'ServiceAccount' ? ofReference(reference, namespace) : find(reference, namespace));
  // What is not there authenticates nobody.
  return { namespace, target: { kind, name }, isFrom: client => required.every(isOne => isOne?.(client) === true) };
}

/** A route of a Server, and the requests that are its own: all, where it says none. */
export interface LinkerdRoute {
  readonly namespace: string;
  readonly name: string;
  readonly servers: readonly string[];
  readonly matches: readonly RouteMatch[];
}

/** What stands in one namespace or in many. */
export interface LinkerdObjects {
  readonly servers: readonly LinkerdServer[];
  readonly authorizations: readonly LinkerdAuthorization[];
  readonly routes: readonly LinkerdRoute[];
}

/** What a client may do with a workload. */
export function admittedByLinkerd({ servers, authorizations, routes }: LinkerdObjects, workload: Workload, client: Client): Permission[] {
  const own = servers.filter(server => server.isAbout(workload)).map(server => ({ ...server, ports: portsOf(server, workload) }));
  const otherwise = workload.annotations[DEFAULT_POLICY] ?? workload.namespaceAnnotations[DEFAULT_POLICY] ?? 'all-unauthenticated';
  const rest = own.reduce((ports, each) => ports.without(each.ports), ALL_TCP);
  const allowing = authorizations.filter(each => each.namespace === workload.namespace && each.isFrom(client));
  const ofServer = (name: string) => allowing.some(({ target }) => target.kind === 'Server' && target.name === name || target.kind === 'Namespace');
  const ofRoutes = (server: string, ports: PortSet) => routes
    .filter(route => route.namespace === workload.namespace && route.servers.includes(server)).flatMap(({ name, matches }) => {
      const letting = allowing.filter(({ target }) => target.kind.endsWith('Route') && target.name === name);
      const isNamed = letting.some(({ isFrom }) => !isFrom(ANYBODY));
      return letting.length === 0 ? [] : (matches.length === 0 ? [{}] : matches).filter(match => isNamed || !isProbe(match, ports, workload));
    });
  return anyOfThem([
    ...lets(otherwise, client) ? [{ ports: rest }] : [],
    ...own.flatMap(({ name, ports, otherwise: access }) => {
      if (ofServer(name) || lets(access, client)) {
        return [{ ports }];
      }
      const matches = ofRoutes(name, ports);
      return matches.length === 0 ? [] : [{ ports, requests: writtenMatches(matches) }];
    }),
  ]);
}

/** Of whom nothing is known. */
const ANYBODY: Client = {};

/** Whether it is what the kubelet asks for. Where a Server has no routes, Linkerd itself lets everybody ask for it: that is not counted either. */
function isProbe({ method, path }: RouteMatch, ports: PortSet, { probes }: Workload): boolean {
  return method === 'GET' && probes.some(probe => probe.path === path && !PortSet.of('TCP', probe.port).and(ports).isEmpty);
}

const lets = (policy: string, client: Client) => (DEFAULTS[policy] ?? DEFAULTS.deny)(client);

function portsOf({ port }: LinkerdServer, { ports }: Workload): PortSet {
  return typeof port === 'number' ? PortSet.of('TCP', port)
    : ports.filter(({ name, protocol }) => name === port && protocol === 'TCP').reduce((all, each) => all.or(PortSet.of('TCP', each.port)), PortSet.NONE);
}
