import { Entry, Target } from './entry';
import { matchesLabels } from '../../inventory/label-selector';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Encryption } from '../edge';
import { Workload } from '../endpoint';
import { PortSet } from '../port-set';
import { itemsOf, Services } from '../services';
import { namespacesOf } from '../workloads';

const GATEWAY = 'networking.istio.io/Gateway';
const VIRTUAL_SERVICE = 'networking.istio.io/VirtualService';

const ENCRYPTED: { readonly [protocol: string]: Encryption } = { HTTPS: 'encrypted', TLS: 'encrypted', HTTP: 'plain', HTTP2: 'plain', GRPC: 'plain' };

/** A Gateway of Istio, and what the VirtualServices that name it lead to. */
export function istioGatewayEntry(gateway: Manifest, manifests: readonly Manifest[], services: Services, workloads: readonly Workload[]): Entry[] {
  if (gateway.groupKind !== GATEWAY) {
    return [];
  }
  const { namespace, name, judged, object: { spec = {} } } = gateway;
  const id = `${namespace}/${name}[Gateway]`;
  const selector = { matchLabels: spec.selector ?? {} };
  const proxy = Object.keys(selector.matchLabels).length === 0 ? undefined : workloads.find(({ labels }) => matchesLabels(selector, labels));
  const own: Workload = {
    id, namespace, labels: spec.selector ?? {}, annotations: {}, ...namespacesOf(manifests)(namespace), serviceAccount: '', hostNetwork: false, containers: [], ports: [], probes: [], judged,
  };
  const listeners = itemsOf(spec.servers).filter(({ port, tls }) => typeof port?.number === 'number' && tls?.httpsRedirect !== true).map(({ port, hosts }) => ({
    connections: PortSet.of('TCP', port.number),
    requests: Array.isArray(hosts) && !hosts.includes('*') ? hosts.join(', ') : undefined,
    encryption: ENCRYPTED[port.protocol] ?? 'unknown',
  }));
  const targets = manifests.filter(each => each.groupKind === VIRTUAL_SERVICE && namesGateway(each, gateway))
    .flatMap(each => targetsOf(each, services));
  return [{ id, judged, workload: proxy === undefined ? own : { ...proxy, id }, inIstio: true, listeners, targets }];
}

/** Without a namespace, the VirtualService's own is meant. */
function namesGateway({ namespace, object: { spec } }: Manifest, gateway: Manifest): boolean {
  const names: readonly unknown[] = Array.isArray(spec?.gateways) ? spec.gateways : [];
  return names.some(name => (String(name).includes('/') ? name : `${namespace}/${name}`) === `${gateway.namespace}/${gateway.name}`);
}

function targetsOf({ namespace, object: { spec = {} } }: Manifest, services: Services): Target[] {
  const hosts: readonly string[] = Array.isArray(spec.hosts) ? spec.hosts : [];
  const requests = hosts.length === 0 || hosts.includes('*') ? undefined : hosts.join(', ');
  return ['http', 'tls', 'tcp'].flatMap(kind => itemsOf(spec[kind])).flatMap(({ route }) => itemsOf(route)).flatMap(({ destination }) => {
    const [service, where = namespace] = String((destination as JsonObject)?.host).split('.');
    const port = destination?.port?.number;
    return services.behind(where, service, port === undefined ? undefined : { value: port, by: ['port'] });
  }).map(behind => ({ ...behind, requests }));
}
