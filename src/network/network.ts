import * as kplus from 'cdk8s-plus-28';
import { AllowOptions } from './allow-options';
import { cidrPeer } from './cidr-peer';
import { declare } from './declare';
import { Endpoint } from './endpoint';
import { makeObjects } from './endpoint-objects';
import { joined } from './join';
import { endpointOf } from './peer';
import { checkedPort } from './port';
import { checkedCidr } from '../model/cidr';

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
   * @param peer what it may reach: a workload
   * @param options on which ports
   * @throws if a port is none, or the peer is of another app; synthesis throws if the peer does not serve a port, or does not let it in
   */
  public allowTo(peer: kplus.INetworkPolicyPeer, options: AllowOptions = {}): void {
    declare(this.endpoint, this.endpoint, endpointOf(peer, this.endpoint), options);
  }

  /**
   * Lets a peer reach the workload. Within a tenant both halves follow; across tenants the other one must say `allowTo` too.
   *
   * @param peer what may reach it: a workload
   * @param options on which of its own ports
   * @throws if a port is none, or the peer is of another app; synthesis throws if it does not serve a port, or the peer does not say it too
   */
  public acceptFrom(peer: kplus.INetworkPolicyPeer, options: AllowOptions = {}): void {
    declare(this.endpoint, endpointOf(peer, this.endpoint), this.endpoint, options);
  }

  /**
   * Allows the workload to a block of addresses outside of the cluster. Addresses in it that hand out credentials, or are nodes, stay closed as far
   * as the Platform knows them (part 4.2).
   *
   * @param cidr IPv4 or IPv6, such as `203.0.113.0/24`
   * @param ports at least one
   * @param protocol TCP by default
   * @throws if the block or a port is none
   */
  public allowToCidr(cidr: string, ports: number[], protocol: kplus.Protocol = kplus.Protocol.TCP): void {
    const { path, platform } = this.endpoint;
    checkedCidr(`${path}: allowToCidr`, cidr);
    if (ports.length === 0) {
      throw new Error(`${path}: allowToCidr ${cidr} names no port: give at least one`);
    }
    this.reach({ peers: [cidrPeer(cidr, platform)], ports: ports.map(number => ({ number: checkedPort(path, number), protocol })) });
  }

  /**
   * Allows the workload to the API server, at the addresses and the port that its Platform gives.
   *
   * @throws if the Platform does not give them
   */
  public allowToApiServer(): void {
    const { path, platform } = this.endpoint;
    if (platform.apiServerCidrs.length === 0) {
      throw new Error(`${path}: where the API server is, is not known: give the Platform of its Tenant apiServerCidrs`);
    }
    this.reach({
      peers: platform.apiServerCidrs.map(cidr => ({ ipBlock: { cidr } })),
      ports: [{ number: platform.apiServerPort, protocol: kplus.Protocol.TCP }],
    });
  }

  /**
   * Loosens mutual TLS on one port, for clients outside of the mesh: they still need `allowTo` and `acceptFrom`. The verifier finds it (part 5.1).
   * Linkerd cannot tell such clients from others: there, whoever may reach another port of the workload may reach this one. Without a mesh it
   * changes nothing.
   *
   * @param port a TCP port of its containers
   * @throws if it is no port; synthesis throws if the workload does not serve it
   */
  public acceptPlainText(port: number): void {
    this.endpoint.plainText.add([checkedPort(this.endpoint.path, port)]);
    makeObjects(this.endpoint);
  }

  private reach(rule: Endpoint['egress'][number]): void {
    this.endpoint.egress.push(rule);
    makeObjects(this.endpoint, []);
  }
}
