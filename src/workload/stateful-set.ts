import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { checkClaim } from './checks/claim';
import { addDisruptionBudget } from './disruption-budget';
import { exactSizes } from './exact-sizes';
import { located } from './located';
import { scaled } from './scaled';
import { secure } from './secure';
import { withoutEmptyAddresses } from './service';
import { VolumeClaim } from './volume-claim';
import { addClaims } from './volume-claim-templates';
import { written } from './written';
import { expose } from '../gateway/expose';
import { ExposeOptions } from '../gateway/expose-options';
import { Gateway } from '../gateway/gateway';
import { AllowOptions } from '../network/allow-options';
import { Network } from '../network/network';

/** What a StatefulSet may be told: all that cdk8s-plus knows, and the volumes that its pods keep. */
export interface StatefulSetProps extends kplus.StatefulSetProps {
  /**
   * Volumes that each pod has for itself, and keeps.
   *
   * @default - none
   */
  readonly claims?: VolumeClaim[];
}

/**
 * A `kplus.StatefulSet` that is secure by default: see `Deployment`. It also has `volumeClaimTemplates`, which cdk8s-plus-28 lacks; the volumes are
 * retained when it is deleted or scaled down (part 15.1).
 */
export class StatefulSet extends kplus.StatefulSet {
  private readonly claims: Map<string, VolumeClaim>;

  /** @throws if a prop is not what the API server accepts, with the path of the construct */
  public constructor(scope: Construct, id: string, props: StatefulSetProps) {
    try {
      super(scope, id, props);
    } catch (error) {
      throw located(scope, id, error);
    }
    this.claims = new Map();
    secure(this, props);
    Network.of(this);
    if (props.service === undefined) {
      withoutEmptyAddresses(ApiObject.of(this.service));
    }
    addClaims(ApiObject.of(this), this.claims);
    props.claims?.forEach(claim => this.claim(claim));
    if ((props.replicas ?? 1) > 1) {
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

  /** Called by an autoscaler: the number of replicas is then its own, and there are at times several, which a PodDisruptionBudget guards. */
  public markHasAutoscaler(): void {
    super.markHasAutoscaler();
    scaled(this);
  }

  /**
   * Adds a volume that each pod has for itself, and keeps.
   *
   * @returns the volume, for other containers to mount
   * @throws if it is not what the API server accepts, there is one of its name, or it is to be mounted and there is no container
   */
  public claim(claim: VolumeClaim): kplus.Volume {
    if (this.claims.has(claim.name)) {
      throw new Error(`${this.node.path}: there is a claim "${claim.name}" already: give this one another name`);
    }
    if (claim.mountPath !== undefined && this.containers.length === 0) {
      throw new Error(`${this.node.path}: the claim "${claim.name}" is to be mounted, and there is no container: add one before`);
    }
    checkClaim(this.node.path, claim);
    this.claims.set(claim.name, claim);
    // The claim's own volume takes its place in the rendered pod.
    const volume = kplus.Volume.fromEmptyDir(this, `Claim-${claim.name}`, claim.name);
    if (claim.mountPath !== undefined) {
      this.containers[0].mount(claim.mountPath, volume);
    }
    return volume;
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
    return expose(this, () => this.service, host, options);
  }
}
