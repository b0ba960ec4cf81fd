import * as kplus from 'cdk8s-plus-28';
import { AllowOptions } from './allow-options';
import { acceptFrom, allowTo } from './declare';
import { Endpoint } from './endpoint';
import { makeObjects } from './endpoint-objects';
import { joined } from './join';
import { checkedPort } from './port';

const NETWORK = Symbol.for('cdk8s-bulwark.network');

/**
 * Whom a workload may talk to (parts 5.1 and 5.4). It starts with nobody, but for name servers. What is allowed becomes one NetworkPolicy with its
 * name, and where it is in a mesh, what authorizes its clients there.
 */
export class Network {
  /**
   * The network of a workload: the same for the same workload. One of cdk8s-plus itself is isolated by it too.
   *
   * @param workload the workload
   */
  public static of(workload: kplus.Workload): Network {
    const holder = workload as kplus.Workload & { [NETWORK]?: Network };
    holder[NETWORK] ??= new Network(joined(workload));
    return holder[NETWORK];
  }

  private constructor(private readonly endpoint: Endpoint) {}

  /**
   * Allows the workload to a peer. Within a tenant both halves follow; across tenants the other one must say `acceptFrom` too.
   *
   * @param peer what it may reach: a workload, all of a `Tenant` or an `Owner`, a `Gateway`, or a `Remote` outside of the app
   * @param options on which ports, and with which requests
   * @throws if a port, method or path is none, the peer is of another app, or its Platform does not say where a Remote is; synthesis throws if the peer
   * does not serve a port, does not let it in, or no mesh tells its requests apart
   */
  public allowTo(peer: kplus.INetworkPolicyPeer, options: AllowOptions = {}): void {
    allowTo(this.endpoint, peer, options);
  }

  /**
   * Lets a peer reach the workload. Within a tenant both halves follow; across tenants the other one must say `allowTo` too.
   *
   * @param peer what may reach it: a workload, all of a `Tenant` or an `Owner`, a `Gateway`, or a `Remote` outside of the app
   * @param options on which of its own ports, and with which requests
   * @throws if a port, method or path is none, the peer is of another app, or a Remote that only listens; synthesis throws if it does not serve a port,
   * the peer does not say it too, or no mesh tells its requests apart
   */
  public acceptFrom(peer: kplus.INetworkPolicyPeer, options: AllowOptions = {}): void {
    acceptFrom(this.endpoint, peer, options);
  }

  /**
   * Loosens mutual TLS on one port, for clients outside of the mesh: they still need `allowTo` and `acceptFrom`. The verifier finds it (part 5.1).
   * Linkerd cannot tell such clients from others: there, whoever may reach another port of the workload may reach this one. Cilium asks of clients in
   * the mesh alone who they are. Without a mesh it changes nothing.
   *
   * @param port a TCP port of its containers
   * @throws if it is no port; synthesis throws if the workload does not serve it
   */
  public acceptPlainText(port: number): void {
    this.endpoint.plainText.add([checkedPort(this.endpoint.path, port)]);
    makeObjects(this.endpoint);
  }
}
