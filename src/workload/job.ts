import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { exactSizes } from './exact-sizes';
import { located } from './located';
import { secure } from './secure';
import { written } from './written';
import { AllowOptions } from '../network/allow-options';
import { Network } from '../network/network';

/** What a Job may be told: all that cdk8s-plus knows. */
export interface JobProps extends kplus.JobProps {}

/** A `kplus.Job` that is secure by default: see `Deployment`. It has a deadline, a limit of tries, and is removed when it is done. */
export class Job extends kplus.Job {
  /** @throws if a prop is not what the API server accepts, with the path of the construct */
  public constructor(scope: Construct, id: string, props: JobProps = {}) {
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
}
