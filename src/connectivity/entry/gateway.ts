import { Entry, Target } from './entry';
import { UNKNOWN_CONTROLLER } from './ingress';
import { RoutesOf } from './routes';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Encryption, Flow } from '../edge';
import { Workload } from '../endpoint';
import { PortSet, Protocol } from '../port-set';
import { itemsOf } from '../services';
import { namespacesOf } from '../workloads';

export const GATEWAY = 'gateway.networking.k8s.io/Gateway';

/** The label that pods of a Gateway have, whoever makes them. */
export const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';

/** The class of Istio's own gateways between services. */
const WAYPOINT = 'istio-waypoint';

const ENCRYPTED: { readonly [protocol: string]: Encryption } = { HTTPS: 'encrypted', TLS: 'encrypted', HTTP: 'plain' };

/** Whether a Gateway stands between services, and not at the edge of the cluster. */
export const isWaypoint = ({ object: { spec } }: Manifest) => spec?.gatewayClassName === WAYPOINT || itemsOf(spec?.listeners).some(({ protocol }) => protocol === 'HBONE');

/** A Gateway of Gateway API, and what its routes lead to. */
export function gatewayEntry(gateway: Manifest, manifests: readonly Manifest[], routesOf: RoutesOf): Entry[] {
  if (gateway.groupKind !== GATEWAY || isWaypoint(gateway)) {
    return [];
  }
  const workload = podsOfGateway(gateway, manifests);
  return [{
    id: workload.id,
    judged: gateway.judged,
    // A gateway of Cilium is the proxy on each node: policies of its namespace are not about it.
    workload: gateway.object.spec?.gatewayClassName === 'cilium' ? { ...workload, namespace: UNKNOWN_CONTROLLER, namespaceLabels: {} } : workload,
    inIstio: isIstioClass(gateway.object.spec?.gatewayClassName, manifests),
    listeners: itemsOf(gateway.object.spec?.listeners).map(listenerOf),
    targets: routesOf(gateway) as Target[],
  }];
}

function listenerOf({ port, protocol, hostname }: JsonObject): Flow {
  const transport: Protocol = protocol === 'UDP' ? 'UDP' : 'TCP';
  return { connections: PortSet.of(transport, port), requests: hostname, encryption: ENCRYPTED[protocol] ?? 'unknown' };
}

/** The class that Istio brings, or one that says that Istio serves it. */
function isIstioClass(className: unknown, manifests: readonly Manifest[]): boolean {
  const own = manifests.find(({ groupKind, name }) => groupKind === 'gateway.networking.k8s.io/GatewayClass' && name === className);
  return own === undefined ? String(className).startsWith('istio') : String(own.object.spec?.controllerName).startsWith('istio.io/');
}

/** The pods that are made for a Gateway: in its namespace, with its label, and in Istio with a service account of its own. */
export function podsOfGateway({ namespace, name, judged, object: { spec = {} } }: Manifest, manifests: readonly Manifest[]): Workload {
  const className = spec.gatewayClassName;
  return {
    id: `${namespace}/${name}[Gateway]`,
    namespace,
    labels: { ...spec.infrastructure?.labels, [GATEWAY_NAME]: name, 'gateway.networking.k8s.io/gateway-class-name': className },
    annotations: {},
    ...namespacesOf(manifests)(namespace),
    serviceAccount: className === WAYPOINT ? name : `${name}-${className}`,
    hostNetwork: false,
    judged,
    containers: [],
    probes: [],
    ports: itemsOf(spec.listeners).filter(({ port }) => typeof port === 'number').map(listener => ({ port: listener.port, protocol: listener.protocol === 'UDP' ? 'UDP' : 'TCP' })),
  };
}
