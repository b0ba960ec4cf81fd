import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addDisruptionBudget } from './disruption-budget';
import { exactSizes } from './exact-sizes';
import { located } from './located';
import { scaled } from './scaled';
import { secure } from './secure';
import { withoutEmptyAddresses } from './service';
import { remembered } from './services';
import { written } from './written';
import { expose } from '../gateway/expose';
import { ExposeOptions } from '../gateway/expose-options';
import { Gateway } from '../gateway/gateway';
import { AllowOptions } from '../network/allow-options';
import { Network } from '../network/network';

/** What a Deployment may be told: all that cdk8s-plus knows. */
export interface DeploymentProps extends kplus.DeploymentProps {}

/**
 * A `kplus.Deployment` that is secure by default: its pods meet the restricted profile of Pod Security, have a service account of their own, and more;
 * see `WorkloadDefaultsProps` for the values. With more than one replica it makes a PodDisruptionBudget and is spread over nodes and zones.
 *
 * What an author writes is kept; where it loosens a default, the verifier finds it.
 */
export class Deployment extends kplus.Deployment {
  /** @throws if a prop is not what the API server accepts, with the path of the construct */
  public constructor(scope: Construct, id: string, props: DeploymentProps = {}) {
    try {
      super(scope, id, props);
    } catch (error) {
      throw located(scope, id, error);
    }
    secure(this, props);
    Network.of(this);
    if ((props.replicas ?? 2) > 1) {
      addDisruptionBudget(this);
    }
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
   * Makes a Service for it. Its name is that of the Deployment, so that clients reach it by the name that is written in code.
   *
   * @param options as in cdk8s-plus
   */
  public exposeViaService(options: kplus.DeploymentExposeViaServiceOptions = {}): kplus.Service {
    const service = super.exposeViaService({ ...options, name: options.name ?? this.name });
    withoutEmptyAddresses(ApiObject.of(service));
    return remembered(this, service);
  }

  /** Called by an autoscaler: the number of replicas is then its own, and there are at times several, which a PodDisruptionBudget guards. */
  public markHasAutoscaler(): void {
    super.markHasAutoscaler();
    scaled(this);
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
    return expose(this, port => this.exposeViaService({ ports: [port] }), host, options);
  }
}
