import { Target } from './entry';
import { matchesLabels } from '../../inventory/label-selector';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Workload } from '../endpoint';
import { requestsOf } from '../mesh/route-matches';
import { bothOf } from '../permission';
import { itemsOf, Services } from '../services';
import { namespacesOf } from '../workloads';

/** The workloads that the routes of a Gateway lead to. */
export type RoutesOf = (gateway: Manifest) => readonly Target[];

const GROUP = 'gateway.networking.k8s.io';
const KINDS: ReadonlySet<string> = new Set(['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(kind => `${GROUP}/${kind}`));

/** What routes lead to: where a listener takes them, and the namespace of a Service lets them. */
export function routesAmong(manifests: readonly Manifest[], services: Services): RoutesOf {
  const routes = manifests.filter(({ groupKind }) => KINDS.has(groupKind));
  const grants = manifests.filter(({ groupKind }) => groupKind === `${GROUP}/ReferenceGrant`);
  const metadataOf = namespacesOf(manifests);
  const isGranted = (route: Manifest, namespace: string, name: string) => namespace === route.namespace || grants.some(grant =>
    grant.namespace === namespace && itemsOf(grant.object.spec?.from).some(from => from.kind === route.kind && from.namespace === route.namespace)
    && itemsOf(grant.object.spec?.to).some(to => to.kind === 'Service' && (to.name ?? name) === name));
  const takes = (gateway: Manifest, { namespace }: Manifest, listener: JsonObject) =>
    takesFrom(listener, gateway, namespace, metadataOf(namespace).namespaceLabels);
  return gateway => routes.filter(route => itemsOf(route.object.spec?.parentRefs).some(parent => isParent(parent, gateway, route)
    && itemsOf(gateway.object.spec?.listeners).some(listener => (parent.sectionName ?? listener.name) === listener.name
      && (parent.port ?? listener.port) === listener.port && takes(gateway, route, listener))))
    .flatMap(route => itemsOf(route.object.spec?.rules).flatMap(rule => itemsOf(rule.backendRefs)
      .filter(({ kind = 'Service', name, namespace = route.namespace }) => kind === 'Service' && isGranted(route, namespace, name))
      .flatMap(({ name, namespace = route.namespace, port }) => services.behind(namespace, name, port === undefined ? undefined : { value: port, by: ['port'] }))
      .map(behind => ({ ...behind, requests: requestsOfRule(route, rule) }))));
}

/** Whether a listener takes what stands in a namespace. */
export function takesFrom({ allowedRoutes }: JsonObject, gateway: Manifest, namespace: string, labels: Workload['namespaceLabels']): boolean {
  const { from = 'Same', selector = {} } = allowedRoutes?.namespaces ?? {};
  return from === 'All' || (from === 'Selector' ? matchesLabels(selector, labels) : namespace === gateway.namespace);
}

function isParent({ kind = 'Gateway', name, namespace }: JsonObject, gateway: Manifest, route: Manifest): boolean {
  return kind === 'Gateway' && name === gateway.name && (namespace ?? route.namespace) === gateway.namespace;
}

/** As in `shop.example.com /cart/*`; nothing where it is about everything. */
function requestsOfRule({ object: { spec = {} } }: Manifest, rule: JsonObject): string | undefined {
  const hosts: readonly string[] = Array.isArray(spec.hostnames) ? spec.hostnames : [];
  const requests = requestsOf({ rules: [rule] });
  return bothOf(hosts.length === 0 ? undefined : hosts.join(', '), requests === 'all requests' ? undefined : requests);
}
