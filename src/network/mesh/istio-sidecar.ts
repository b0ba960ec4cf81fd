import { authorizeInIstio, closeIstioTenant } from './istio-authorization';
import { ISTIO_CONTROL_PLANE } from './istio-control-plane';
import { knowHostInIstio } from './istio-hosts';
import { Mesh } from './mesh';
import { MeshKind } from '../../model/mesh-kind';
import { makeNetworkPolicy } from '../network-policy';
import { writtenRequests } from '../requests';

/** Istio with a sidecar in each pod, which talks on the ports of the application, and to the control plane for its identity and configuration. */
export const istioSidecar: Mesh = {
  kind: MeshKind.ISTIO_SIDECAR,
  sidecar: true,
  readsRequests: true,
  perWorkload: false,
  resolvesHosts: false,
  namespaceLabels: { 'istio-injection': 'enabled' },
  namespaceAnnotations: {},
  // A proxy that starts before the application and ends with it: Jobs can end.
  podAnnotations: { 'sidecar.istio.io/nativeSidecar': 'true' },
  ingress: [],
  egress: [ISTIO_CONTROL_PLANE],
  carrying: port => port,
  writtenRequests,
  makePolicy: makeNetworkPolicy,
  closeTenant: closeIstioTenant,
  knowHost: knowHostInIstio,
  authorize: authorizeInIstio,
};
