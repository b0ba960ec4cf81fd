import { ApiObject, Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { AccessLogs } from './network-monitoring-props';
import { Tenant } from '../tenancy/tenant';
import { TENANT } from '../tenancy/tenant-facts';

/** Whose flows Cilium writes down. */
export interface HubbleFlowLogsProps {
  /** The tenants: each gets a file of its own on each node. */
  readonly tenants: Tenant[];

  /**
   * What is written down: every flow, or those that were dropped or failed.
   *
   * @default AccessLogs.ALL
   */
  readonly flows?: AccessLogs;

  /**
   * The namespace that Cilium is installed in.
   *
   * @default 'kube-system'
   */
  readonly namespace?: string;

  /**
   * The name of the ConfigMap, as `hubble.export.dynamic.config.configMapName` has it.
   *
   * @default 'cilium-flowlog-config'
   */
  readonly configMapName?: string;
}

/**
 * The flow logs of tenants where Cilium is the network plugin (parts 4.3 and 5.3): the ConfigMap from which each agent reads what Hubble exports to which
 * file (`/var/run/cilium/hubble/<tenant>.log`), without being started again. A collector on the node takes them from there.
 *
 * There is one for a cluster, so it belongs to whoever runs the cluster: make it in a Chart of its own, outside of every tenant. Cilium has no object for
 * this in a namespace. It must be installed with `hubble.export.dynamic.enabled=true` and `hubble.export.dynamic.config.createConfigMap=false`, and, for
 * the alerts of `NetworkMonitoring`, with `drop:labelsContext=source_namespace,destination_namespace` in `hubble.metrics.enabled`.
 */
export class HubbleFlowLogs extends Construct {
  /** @throws if it names no tenant, or one twice, with the path of the construct */
  public constructor(scope: Construct, id: string, props: HubbleFlowLogsProps) {
    super(scope, id);
    const { tenants, flows = AccessLogs.ALL, namespace = 'kube-system', configMapName = 'cilium-flowlog-config' } = props;
    if (TENANT.nearest(this) !== undefined) {
      throw new Error(`${this.node.path}: the flow logs are of the whole cluster: make them in a Chart outside of every tenant`);
    }
    const names = tenants.map(({ tenantName }) => tenantName);
    if (names.length === 0 || new Set(names).size < names.length) {
      throw new Error(`${this.node.path}: give tenants at least one, and each once`);
    }
    const verdict = flows === AccessLogs.ALL ? {} : { verdict: ['DROPPED', 'ERROR'] };
    const flowLogs = tenants.map(tenant => ({
      name: tenant.tenantName,
      filePath: `/var/run/cilium/hubble/${tenant.tenantName}.log`,
      // A name of a pod ends nowhere: this is every pod of the namespace.
      includeFilters: ['source_pod', 'destination_pod'].map(end => ({ [end]: [`${tenant.namespace}/`], ...verdict })),
    }));
    new ApiObject(this, 'ConfigMap', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: configMapName, namespace },
      data: { 'flowlogs.yaml': Yaml.stringify({ flowLogs }) },
    });
  }
}
