import { ManagedPods } from './implementation';
import { GatewayInfrastructure } from '../../crds/gateway-api';
import { ISTIO_CONTROL_PLANE } from '../../network/mesh/istio-control-plane';
import { infrastructureOfIstio, IstioGatewayPods, labelsOfGateway, objectsOfIstio } from '../../network/mesh/istio-gateway-pods';
import { GatewayFacts } from '../gateway-facts';

/**
 * The pods that Istio makes for a Gateway: a Deployment and a Service of type LoadBalancer beside it, each called after the Gateway and its class, and a service
 * account of that name.
 */
export function istioPods(gateway: GatewayFacts): ManagedPods {
  const pods = podsOf(gateway);
  return {
    matchLabels: labelsOfGateway(pods.name),
    serviceAccount: pods.madeAs,
    egress: [ISTIO_CONTROL_PLANE],
    objects: () => objectsOfIstio(pods, 'LoadBalancer', [80, 443]),
  };
}

/** How Istio makes them. */
export function istioInfrastructure(gateway: GatewayFacts): GatewayInfrastructure {
  return infrastructureOfIstio(gateway.construct, podsOf(gateway));
}

function podsOf({ name, className, tenant: { labels }, props: { minReplicas, maxReplicas, cpuRequest, memory } }: GatewayFacts): IstioGatewayPods {
  return { name, madeAs: `${name}-${className}`, labels, minReplicas, maxReplicas, cpuRequest, memory };
}
