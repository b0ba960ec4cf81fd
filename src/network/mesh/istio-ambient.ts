import { authorizeInIstio, closeIstioTenant } from './istio-authorization';
import { knowHostInIstio } from './istio-hosts';
import { istioWaypoint } from './istio-waypoint';
import { Mesh } from './mesh';
import { MeshKind } from '../../model/mesh-kind';
import { makeNetworkPolicy } from '../network-policy';
import { writtenRequests } from '../requests';

/** The tunnel (HBONE) that carries all TCP traffic between pods of the mesh. */
const TUNNEL = { number: 15008, protocol: 'TCP' };

/** Where the probes of the kubelet come from once the mesh's CNI agent has let them past the tunnel: an address that nobody but the node has. */
const PROBES = ['169.254.7.127/32', 'fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128'];

/**
 * Istio without sidecars. NetworkPolicies are enforced outside of the pod, and see the tunnel only: they say who talks to whom, and the
 * AuthorizationPolicy, which the proxy of the node enforces, on which port. That proxy does not look into requests: waypoints do.
 */
export const istioAmbient: Mesh = {
  kind: MeshKind.ISTIO_AMBIENT,
  sidecar: false,
  readsRequests: true,
  waypoints: istioWaypoint,
  perWorkload: false,
  resolvesHosts: false,
  namespaceLabels: { 'istio.io/dataplane-mode': 'ambient' },
  namespaceAnnotations: {},
  podAnnotations: {},
  ingress: [{ peers: PROBES.map(cidr => ({ ipBlock: { cidr } })) }],
  egress: [],
  carrying: port => port.protocol === 'TCP' ? TUNNEL : port,
  writtenRequests,
  makePolicy: makeNetworkPolicy,
  closeTenant: closeIstioTenant,
  knowHost: knowHostInIstio,
  authorize: authorizeInIstio,
};
