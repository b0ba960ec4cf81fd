import { Mesh } from './mesh';
import { MeshKind } from '../../model/mesh-kind';
import { makeNetworkPolicy } from '../network-policy';
import { writtenRequests } from '../requests';

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
  writtenRequests,
  makePolicy: makeNetworkPolicy,
  closeTenant: () => undefined,
  knowHost: () => undefined,
  authorize: () => undefined,
};
