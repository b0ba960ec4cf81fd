import { carrierOf, isOfNode, TUNNEL_OF } from './membership';
import { Member } from './mesh-set';
import { AddressRange } from '../address-range';
import { Encryption, Flow, gathered } from '../edge';
import { declaredPorts } from '../endpoint';
import { ALL_BUT_TCP, ALL_TCP, bothOf, Permission } from '../permission';
import { PortSet } from '../port-set';

/**
 * What comes through from one workload to another, where network policies let something through: what both layers let through together. Where the mesh
 * carries everything in a tunnel, network policies open the tunnel, and the ports are those that the mesh lets the client reach.
 *
 * @param unmeshed how what no mesh encrypts travels
 */
export function throughMesh(wire: readonly Permission[], from: Member, to: Member, unmeshed: Encryption): Flow[] {
  const carrier = carrierOf(from.mesh, to.mesh);
  if (carrier === undefined) {
    return gathered(wire.flatMap(part => inPlainText(part, to, {}, unmeshed)));
  }
  const identity = { namespace: from.workload.namespace, serviceAccount: from.workload.serviceAccount };
  const admitted = to.admits({ identity });
  return gathered(wire.flatMap(({ ports, requests }): Flow[] => {
    const { tunnel } = carrier;
    const tcp = ports.and(ALL_TCP);
    const reached = tunnel === undefined ? tcp : tcp.and(PortSet.of('TCP', tunnel)).isEmpty ? PortSet.NONE : ALL_TCP;
    const known = tunnel === undefined || tcp === ALL_TCP ? PortSet.NONE : declaredPorts(to.workload, 'TCP');
    return [
      { connections: ports.and(ALL_BUT_TCP), requests, encryption: unmeshed },
      ...admitted.map((permission): Flow => {
        const open = permission.ports.and(reached).without(to.onlyPlain);
        // A tunnel does not say which ports there are: where all of them are let through, they are those that containers name.
        return { connections: open === ALL_TCP && !known.isEmpty ? known : open, requests: bothOf(requests, permission.requests), encryption: 'encrypted' };
      }),
      ...to.onlyPlain.isEmpty ? [] : inPlainText({ ports: tcp.and(to.onlyPlain), requests }, to, {}, 'plain'),
    ];
  }));
}

/** What comes in from addresses outside of the cluster. Who speaks TLS there is not in the manifests. */
export function throughFromOutside(ports: readonly Permission[], addresses: AddressRange, to: Member): Flow[] {
  return isOfNode(addresses, to.mesh) ? [] : gathered(ports.flatMap(part => inPlainText(part, to, { addresses }, 'unknown')));
}

/** What comes from somebody who is not in the mesh. */
function inPlainText({ ports, requests }: Permission, to: Member, client: { readonly addresses?: AddressRange }, encryption: Encryption): Flow[] {
  const tcp = ports.and(ALL_TCP);
  const tunnel = TUNNEL_OF[to.mesh];
  // Nobody who is not in the mesh gets through its tunnel: where that alone is open, nothing is.
  const open = (tcp === ALL_TCP || tunnel === undefined ? tcp : tcp.without(PortSet.of('TCP', tunnel))).and(to.plain);
  return [
    { connections: ports.and(ALL_BUT_TCP), requests, encryption },
    ...open.isEmpty ? [] : to.admits(client)
      .map(permission => ({ connections: permission.ports.and(open), requests: bothOf(requests, permission.requests), encryption })),
  ];
}
