import { Mesh } from './mesh';
import { MeshKind } from '../../model/mesh-kind';

/** No mesh: NetworkPolicies alone say who reaches whom. */
export const noMesh: Mesh = {
  kind: MeshKind.NONE,
  sidecar: false,
  readsRequests: false,
  perWorkload: false,
  resolvesHosts: false,
  namespaceLabels: {},
  namespaceAnnotations: {},
  podAnnotations: {},
  ingress: [],
  egress: [],
  carrying: port => port,
  closeTenant: () => undefined,
  knowHost: () => undefined,
  authorize: () => undefined,
};
