import { Entry } from './entry';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Flow } from '../edge';
import { unknownWorkload } from '../endpoint';
import { backendsOf, INGRESS, ROUTE } from '../exposure';
import { ALL_TCP } from '../permission';
import { PortSet } from '../port-set';
import { itemsOf, Services } from '../services';

/** Where whoever routes requests is: nobody knows. */
export const UNKNOWN_CONTROLLER = '{ingress-controller}';

/** An Ingress, or a Route of OpenShift. Whose pods route its requests is not in it: they have no labels, and are in no namespace that is known. */
export function ingressEntry(manifest: Manifest, services: Services): Entry[] {
  const { groupKind, namespace, name, kind, object: { spec = {} } } = manifest;
  if (groupKind !== INGRESS && groupKind !== ROUTE) {
    return [];
  }
  const targets = backendsOf(manifest).flatMap(({ service, port }) => services.behind(namespace, service, port))
    .map(behind => ({ ...behind, ports: behind.ports.and(ALL_TCP) }));
  const id = `${namespace}/${name}[${kind}]`;
  const workload = unknownWorkload(id, UNKNOWN_CONTROLLER);
  return [{ id, judged: manifest.judged, workload, inIstio: false, listeners: listenersOf(groupKind, spec), targets }];
}

/** Hosts that have a certificate are served on 443; the others on 80. */
function listenersOf(groupKind: string, spec: JsonObject): Flow[] {
  const [hosts, secure] = groupKind === ROUTE ? [[spec.host], spec.tls === undefined ? [] : [spec.host]]
    : [itemsOf(spec.rules).map(({ host }) => host), itemsOf(spec.tls).flatMap(({ hosts: own }) => own ?? [undefined])];
  const isSecure = (host: unknown) => secure.some(each => each === undefined || each === host);
  const every = [...new Set(hosts.length === 0 ? [undefined] : hosts)];
  return [true, false].flatMap(encrypted => {
    const own = every.filter(host => isSecure(host) === encrypted);
    return own.length === 0 ? [] : [{
      connections: PortSet.of('TCP', encrypted ? 443 : 80),
      requests: own.filter(host => host !== undefined).join(', ') || undefined,
      encryption: encrypted ? 'encrypted' as const : 'plain' as const,
    }];
  });
}
