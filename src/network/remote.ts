import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Outside, OUTSIDE } from './outside';
import { AnywhereButPrivate } from './remote/anywhere-but-private';
import { ApiServer } from './remote/api-server';
import { Cidr } from './remote/cidr';
import { NameServers } from './remote/dns';
import { Host } from './remote/host';
import { Monitoring } from './remote/monitoring';

/** More about a remote block of addresses. */
export interface RemoteCidrOptions {
  /**
   * The protocol of the ports that are allowed on it.
   *
   * @default kplus.Protocol.TCP
   */
  readonly protocol?: kplus.Protocol;
}

/**
 * What workloads talk to and no construct of the app makes: a peer of `allowTo` and `acceptFrom` (parts 4.2 and 5.4). Addresses that hand out the
 * credentials of nodes, and those of nodes, are never in it, as far as the Platform knows them.
 */
export class Remote extends Construct implements kplus.INetworkPolicyPeer {
  /** The API server: `allowTo(Remote.apiServer())`. Throws there if the Platform has no `apiServerCidrs`. */
  public static apiServer(): Remote {
    return new Remote(() => new ApiServer());
  }

  /** The name servers of the Platform. Every workload of ours may ask them without saying so. */
  public static dns(): Remote {
    return new Remote(() => new NameServers());
  }

  /**
   * What scrapes metrics: `acceptFrom(Remote.monitoring(), { ports: [9090] })`. Throws there if the Platform has no `monitoring`. In a mesh that has to
   * have a service account, or the port takes plain text (`Network.acceptPlainText`), which the verifier finds.
   */
  public static monitoring(): Remote {
    return new Remote(remote => new Monitoring(remote));
  }

  /**
   * A block of addresses, on ports that `allowTo` must name. An address that is named itself, and not as a part of a block, is believed.
   *
   * @param block IPv4 or IPv6, such as `203.0.113.0/24`
   * @param options its protocol
   * @throws if it is no block of addresses
   */
  public static cidr(block: string, options: RemoteCidrOptions = {}): Remote {
    return new Remote(() => new Cidr(block, options.protocol ?? kplus.Protocol.TCP));
  }

  /**
   * A DNS name outside of the cluster, over TLS, on port 443 unless `allowTo` names others.
   *
   * A NetworkPolicy knows no names. With Cilium the name is exact, by what the pod has resolved it to. Elsewhere the policy opens the ports to
   * `anywhereButPrivate`, **which is wider than the name**, and the policy says so in its annotation `cdk8s-bulwark/wider-than-hosts`. With Istio a
   * ServiceEntry in the namespace of the tenant makes the name known too: a mesh that is installed with `outboundTrafficPolicy: REGISTRY_ONLY` keeps
   * sidecars to such names.
   *
   * @param name in full, such as `api.example.com`
   * @throws if it is no full DNS name, or one of the cluster
   */
  public static host(name: string): Remote {
    return new Remote(() => new Host(name));
  }

  /**
   * Every address on the Internet, on ports that `allowTo` must name, TCP. Not in it: private addresses (RFC 1918, RFC 6598, RFC 4193), loopback, link
   * local, multicast and reserved ones, metadata services, and the nodes that the Platform knows.
   */
  public static anywhereButPrivate(): Remote {
    return new Remote(() => new AnywhereButPrivate());
  }

  private constructor(outside: (remote: Construct) => Outside) {
    // It is of no app, so that one may be kept as a constant.
    super(undefined as unknown as Construct, '');
    OUTSIDE.set(this, outside(this));
  }

  /** @throws always: cdk8s-plus can write none of it in a NetworkPolicy. Say it with `allowTo` or `acceptFrom`. */
  public toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    throw new Error('a Remote is a peer of allowTo and acceptFrom, of workloads and Network; NetworkPolicies of cdk8s-plus cannot say where it is');
  }

  /** Nothing: it is not pods. */
  public toPodSelector(): kplus.IPodSelector | undefined {
    return undefined;
  }
}
