import { ApiObject, Chart, Names } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { claimNamespace } from './claimed-namespaces';
import { Limits } from './limits';
import { checkedNamespaceName } from './namespace-name';
import { podSecurityLabels } from './pod-security-labels';
import { PodSecurityLevel } from './pod-security-level';
import { Quota } from './quota';
import { addResourceBounds } from './resource-bounds';
import { addRoles } from './roles';
import { TENANT, TenantFacts } from './tenant-facts';
import { tenantLabels } from './tenant-labels';
import { tenantObject } from './tenant-object';
import { TenantProps } from './tenant-props';
import { Verifier } from '../app/verifier';
import { addLastStep } from '../hardening/render';
import { watch } from '../hardening/watch';
import { closeNetwork } from '../network/default-deny';

/**
 * The space of one owner in one environment: a namespace with everything that keeps it apart from others (parts 2.1, 5.4, 8.7, 12.2 and 13.1).
 * What is made below it lands in its namespace and carries its labels, pod templates too.
 *
 * It makes the Namespace, a ResourceQuota and a LimitRange, the roles viewer, developer, operator and auditor, and takes the token from the default
 * service account. An owner may have several tenants; a namespace is of one.
 *
 * What each role may do:
 *
 * | | viewer | developer | operator | auditor |
 * | --- | --- | --- | --- | --- |
 * | workloads, Services, claims, autoscalers, budgets | read | read, below PROD write | read | read |
 * | pods, replica sets, endpoints, events, metrics | read | read | read | read |
 * | ConfigMaps | | read, below PROD write | read | |
 * | logs | | read | read | |
 * | restart: evict and delete pods | | below PROD | yes | |
 * | scale Deployments, StatefulSets and autoscalers | | below PROD | yes | |
 * | quota, limits, roles, bindings, service accounts, network, route and mesh policies | | | | read |
 *
 * As a peer of `allowTo` and `acceptFrom` it stands for all workloads in it.
 *
 * Nobody reads Secrets, opens a shell or a port in a pod, makes tokens, changes roles, or acts as another.
 */
export class Tenant extends Chart implements kplus.INetworkPolicyPeer, kplus.IPodSelector {
  /** Its name, which labels carry. */
  public readonly tenantName: string;

  /** @throws if a prop is not what the API server accepts, or the namespace is another tenant's, with the path of the construct */
  public constructor(scope: Construct, id: string, props: TenantProps) {
    const namespace = checkedNamespaceName([scope.node.path, id].filter(part => part !== '').join('/'), props.namespaceName ?? id);
    super(scope, id, { namespace });
    this.tenantName = namespace;
    const { platform, environment, sensitivity, owner } = props;
    const labels = tenantLabels(this, { name: namespace, owner, environment, sensitivity });
    const facts: TenantFacts = { name: namespace, namespace, owner, platform, environment, sensitivity, labels };
    claimNamespace(this, facts);
    TENANT.set(this, facts);
    Verifier._attach(this, platform);
    watch(this, apiObject => addLastStep(apiObject, rendered => tenantObject(rendered, facts, apiObject.node.path)));
    const namespaceObject = new ApiObject(this, 'Namespace', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace, labels: podSecurityLabels(props.podSecurity ?? PodSecurityLevel.RESTRICTED, platform.kubernetes) },
    });
    closeNetwork(this, namespaceObject, facts);
    // Pods that name no account share it: it opens nothing to them (part 5.2).
    new ApiObject(this, 'DefaultServiceAccount', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' }, automountServiceAccountToken: false });
    addResourceBounds(this, facts, props.quota ?? Quota.computed(), props.limits ?? Limits.computed());
    addRoles(this, environment, props.members ?? {});
  }

  /**
   * Names by the path below the tenant, without a hash: the namespace keeps them apart from others, and clients reach `web` as `web`. A path that is
   * too long for a name gets a hash.
   */
  public generateObjectName(apiObject: ApiObject): string {
    const limit = apiObject.kind === 'CronJob' ? 52 : 63;
    const prefix = `${this.node.path}/`;
    const components = apiObject.node.path.slice(prefix.length).toLowerCase().split('/').filter(component => component !== 'resource' && component !== 'default');
    const plain = components.join('-').replace(/[^a-z0-9-]/g, '').replace(/^-+|-+$/g, '');
    return plain !== '' && plain.length <= limit ? plain : Names.toDnsLabel(apiObject, { maxLen: limit });
  }

  /** All pods in it, for NetworkPolicies of cdk8s-plus. */
  public toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** Itself: it selects all pods in it. */
  public toPodSelector(): kplus.IPodSelector | undefined {
    return this;
  }

  /** All pods in it, by the name of its namespace. */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    return { labelSelector: kplus.LabelSelector.of(), namespaces: { names: [this.tenantName] } };
  }
}
