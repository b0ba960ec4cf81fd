import * as kplus from 'cdk8s-plus-28';
import { Endpoint, ENDPOINT } from './endpoint';
import { joined } from './join';

/**
 * The pods that a peer stands for.
 *
 * @throws if it is of another app, or nothing that a policy of ours can tell from others
 */
export function endpointOf(peer: kplus.INetworkPolicyPeer, by: Endpoint): Endpoint {
  const { path } = by;
  const endpoint = ENDPOINT.own(peer) ?? (peer instanceof kplus.Workload ? joined(peer) : undefined);
  if (endpoint === undefined) {
    throw new Error(`${path}: ${peer.node.path} selects by labels that anybody can give to pods: give a workload, a Tenant, an Owner, a Gateway or a Remote`);
  }
  if (peer.node.root !== by.pods.construct.node.root) {
    throw new Error(`${path}: ${peer.node.path} is of another App: allow it by its addresses, with Remote.cidr`);
  }
  return endpoint;
}
