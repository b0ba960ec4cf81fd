import { ciliumPolicySpec } from './cilium-policy';
import { httpRules } from './cilium-requests';
import { Mesh } from './mesh';
import { noMesh } from './no-mesh';
import { writtenHttp } from '../../connectivity/cilium/http';
import { CiliumNetworkPolicy } from '../../crds/cilium';
import { MeshKind } from '../../model/mesh-kind';
import { isEvery } from '../requests';

/**
 * Cilium itself, which is the network plugin too: its agents prove to each other which pods they speak for, by mutual TLS and SPIFFE, and encrypt what pods
 * say where they are installed to. One CiliumNetworkPolicy stands in the place of the NetworkPolicy of a workload, and not beside it: what either lets
 * through, comes through, so that a NetworkPolicy for the same port would let through every request.
 */
export const cilium: Mesh = {
  // It puts nothing into pods, and their namespace says nothing to it. The kubelet, on the node of the pod, is let in without being asked. The default policy
  // of a tenant denies, as everywhere, and no rule between pods goes without authentication: there is nothing more to make.
  ...noMesh,
  kind: MeshKind.CILIUM,
  readsRequests: true,
  resolvesHosts: true,
  writtenRequests: requests => requests.some(isEvery) ? undefined : writtenHttp(httpRules(requests)),
  makePolicy: (scope, id, policy) => {
    const { name, annotations } = policy;
    return new CiliumNetworkPolicy(scope, id, { name, annotations }, () => ciliumPolicySpec(policy));
  },
};
