import { istioRules } from './istio-authorization';
import { ISTIO_CONTROL_PLANE } from './istio-control-plane';
import { infrastructureOfIstio, labelsOfGateway, objectsOfIstio } from './istio-gateway-pods';
import { Reached } from './mesh';
import { ServiceOfWorkload, WaypointKind } from './waypoint-kind';
import { GatewayObject } from '../../crds/gateway-api';
import { IstioAuthorizationPolicy } from '../../crds/istio-security';
import { countAlso } from '../../tenancy/controller-made';

const NAME = 'waypoint';
const TUNNEL = 15008;

/**
 * A waypoint of Istio, one for a tenant: requests to those Services alone go through it that are labelled so, and a policy says for each workload what it lets
 * through. Its Deployment, Service and service account are called after the Gateway.
 */
export const istioWaypoint: WaypointKind = {
  name: NAME,
  matchLabels: labelsOfGateway(NAME),
  serviceAccount: NAME,
  serviceLabels: { 'istio.io/use-waypoint': NAME },
  egress: [ISTIO_CONTROL_PLANE],
  make: (scope, { labels }) => {
    const pods = { name: NAME, madeAs: NAME, labels };
    const infrastructure = infrastructureOfIstio(scope, pods);
    new GatewayObject(scope, 'Resource', NAME, () => ({
      gatewayClassName: 'istio-waypoint',
      infrastructure,
      listeners: [{ name: 'mesh', port: TUNNEL, protocol: 'HBONE', allowedRoutes: { namespaces: { from: 'Same' } } }],
    })).metadata.addLabel('istio.io/waypoint-for', 'service');
    countAlso(scope, () => objectsOfIstio(pods, 'ClusterIP', [TUNNEL]));
  },
  authorize: ({ construct, name, services, reached }) => {
    new IstioAuthorizationPolicy(construct, 'WaypointPolicy', `${name}-${NAME}`, () => ({
      targetRefs: services().map(service => ({ group: '', kind: 'Service', name: service.name })),
      action: 'ALLOW',
      rules: istioRules(onPortsOf(services(), reached())),
    }));
  },
};

/** A waypoint sees the port of the Service that a client asks for, and not that of the pod. */
function onPortsOf(services: readonly ServiceOfWorkload[], reached: readonly Reached[]): Reached[] {
  return reached.flatMap(({ port, clients }) => {
    const numbers = new Set(services.flatMap(({ ports }) => ports.filter(({ target }) => target === port.number).map(each => each.port)));
    return [...numbers].map(number => ({ port: { ...port, number }, clients, plainText: false }));
  }).filter(({ clients }) => clients.length > 0).sort((a, b) => a.port.number - b.port.number);
}
