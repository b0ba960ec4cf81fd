import * as kplus from 'cdk8s-plus-28';
import { Construct, IConstruct } from 'constructs';
import { checkedLabelValue } from '../model/label-value';
import { TENANCY_LABELS } from '../model/tenancy-labels';
import { allowInternal } from '../network/declare';
import { Endpoint, ENDPOINT } from '../network/endpoint';
import { ownerIn } from '../network/groups';

/** What is allowed between the tenants of an owner. */
export interface InternalOptions {
  /**
   * Ports of the containers that are reached.
   *
   * @default - every port that workloads of the owner serve, also those that are added later
   */
  readonly ports?: number[];
}

/**
 * The team that answers for tenants, in one app (part 9.4). As a peer of `allowTo` and `acceptFrom` it stands for all workloads of all its tenants: of
 * each namespace that has its label, which no role of a tenant may change.
 */
export class Owner extends Construct implements kplus.INetworkPolicyPeer, kplus.IPodSelector {
  /**
   * An owner: the same for the same name in an app, whether it has tenants yet or not.
   *
   * @param scope anything in the app
   * @param name as its tenants say it
   * @throws if the name is not the value of a label
   */
  public static of(scope: IConstruct, name: string): Owner {
    const endpoint = ownerIn(scope, checkedLabelValue(`${scope.node.path}: owner`, name));
    const { construct } = endpoint.pods;
    return construct.node.tryFindChild('Owner') as Owner | undefined ?? new Owner(construct, name, endpoint);
  }

  /** The name, which labels carry. */
  public readonly ownerName: string;

  private readonly endpoint: Endpoint;

  private constructor(scope: Construct, name: string, endpoint: Endpoint) {
    super(scope, 'Owner');
    this.ownerName = name;
    this.endpoint = endpoint;
    ENDPOINT.set(this, endpoint);
  }

  /**
   * Lets all workloads of all its tenants reach each other. It makes one NetworkPolicy a tenant, and what the mesh needs; to other owners nothing
   * opens. Whoever reviews one tenant does not see this in it, so prefer `allowTo` between two workloads where they are few.
   *
   * @param options on which ports
   * @throws if a port is none
   */
  public allowInternal(options: InternalOptions = {}): void {
    allowInternal(this.endpoint, options);
  }

  /** All pods of its tenants, for NetworkPolicies of cdk8s-plus. */
  public toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** Itself: it selects all pods of its tenants. */
  public toPodSelector(): kplus.IPodSelector | undefined {
    return this;
  }

  /** All pods of its tenants, by the label of their namespaces. */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    return {
      labelSelector: kplus.LabelSelector.of(),
      namespaces: { labelSelector: kplus.LabelSelector.of({ labels: { [TENANCY_LABELS.owner]: this.ownerName } }) },
    };
  }
}
