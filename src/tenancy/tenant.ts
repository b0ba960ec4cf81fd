import { ApiObject, Chart, Names } from 'cdk8s';
import { Construct } from 'constructs';
import { checkedNamespaceName } from './namespace-name';
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
 */
export class Tenant extends Chart {
  /** Its name, which labels carry. */
  public readonly tenantName: string;

  /** @throws if a prop is not what the API server accepts, with the path of the construct */
  public constructor(scope: Construct, id: string, props: TenantProps) {
    const namespace = checkedNamespaceName(`${scope.node.path}/${id}`, props.namespaceName ?? id);
    super(scope, id, { namespace });
    this.tenantName = namespace;
    const { platform, environment, sensitivity, owner } = props;
    const labels = tenantLabels(this, { name: namespace, owner, environment, sensitivity });
    const facts: TenantFacts = { name: namespace, namespace, owner, platform, environment, sensitivity, labels };
    TENANT.set(this, facts);
    Verifier._attach(this);
    watch(this, apiObject => addLastStep(apiObject, rendered => tenantObject(rendered, facts)));
    const namespaceObject = new ApiObject(this, 'Namespace', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: namespace,
        labels: {
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/enforce-version': `v${platform.kubernetes}`,
        },
      },
    });
    closeNetwork(this, namespaceObject, facts);
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
}
