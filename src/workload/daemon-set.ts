import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { exactSizes } from './exact-sizes';
import { located } from './located';
import { secure } from './secure';
import { withoutEmptyAddresses } from './service';
import { written } from './written';
import { expose } from '../gateway/expose';
import { ExposeOptions } from '../gateway/expose-options';
import { Gateway } from '../gateway/gateway';
import { AllowOptions } from '../network/allow-options';
import { Network } from '../network/network';

/** What a DaemonSet may be told: all that cdk8s-plus knows. */
export interface DaemonSetProps extends kplus.DaemonSetProps {}

/** A `kplus.DaemonSet` that is secure by default: see `Deployment`. It touches nothing of the host unless its author says so. */
export class DaemonSet extends kplus.DaemonSet {
  /** @throws if a prop is not what the API server accepts, with the path of the construct */
  public constructor(scope: Construct, id: string, props: DaemonSetProps = {}) {
    try {
      super(scope, id, props);
    } catch (error) {
      throw located(scope, id, error);
    }
    secure(this, props);
    Network.of(this);
  }

  public addContainer(container: kplus.ContainerProps): kplus.Container {
    return written(super.addContainer(container), container);
  }

  public addInitContainer(container: kplus.ContainerProps): kplus.Container {
    return written(exactSizes(super.addInitContainer(container)), container);
  }

  public attachContainer(container: kplus.Container): void {
    super.attachContainer(exactSizes(container));
  }

  /**
   * Allows it to a peer: NetworkPolicies on both sides, and the authorization of the mesh. More is at `Network.of`.
   *
   * @param peer what it may reach, such as a workload; where that is of another tenant, `acceptFrom` must be said there too
   * @param options on which ports
   */
  public allowTo(peer: kplus.INetworkPolicyPeer, options?: AllowOptions): void {
    Network.of(this).allowTo(peer, options);
  }

  /**
   * Lets a peer reach it: the same as `allowTo` there, unless the two are of different tenants.
   *
   * @param peer what may reach it, such as a workload
   * @param options on which of its own ports
   */
  public acceptFrom(peer: kplus.INetworkPolicyPeer, options?: AllowOptions): void {
    Network.of(this).acceptFrom(peer, options);
  }

  /**
   * Lets it be reached from outside of the cluster, by a host: HTTPS, which a Gateway of the tenant takes (parts 4.1 and 4.2). It makes the route, its Service
   * where there is none, the NetworkPolicies on both sides and the authorization of the mesh.
   *
   * @param host a name such as `shop.example.com`, or `*.example.com`
   * @param options who may send requests, by what certificate the host is known, and more
   * @returns the Gateway, for what else is to be said of it
   * @throws if the host, a path or the port is none, two workloads would get the same requests, or no Gateway can be made; synthesis throws if the host has no
   * certificate, or the Gateway cannot do what is asked
   */
  public expose(host: string, options: ExposeOptions = {}): Gateway {
    return expose(this, port => {
      const service = new kplus.Service(this, 'Service', { metadata: { name: this.name }, selector: this, ports: [port] });
      withoutEmptyAddresses(ApiObject.of(service));
      return service;
    }, host, options);
  }
}
