import { Construct } from 'constructs';
import { AccessLogs, NetworkMonitoringProps } from './network-monitoring-props';
import { trafficAlerts } from './traffic-alerts';
import { isIstio, metricsOf } from './traffic-metrics';
import { Telemetry } from '../crds/istio-telemetry';
import { PrometheusRule } from '../crds/prometheus-operator';
import { TENANT } from '../tenancy/tenant-facts';

const ID = Symbol.for('cdk8s-bulwark.network-monitoring');

/** What fails, and every connection that is not HTTP: only Envoy itself knows how those ended. */
const FAILED = '!has(response.code) || response.code >= 400';

/**
 * Shows what happens on the network of a tenant (parts 4.3 and 5.3): `new NetworkMonitoring(shop, 'monitoring')`.
 *
 * It makes a PrometheusRule with alerts for flows that were denied and flows that were not encrypted, from what the mesh of the Platform counts, and what
 * Cilium counts where it is the network plugin: `istio_requests_total` and `istio_tcp_connections_*` of Istio, `inbound_*_authz_*` of Linkerd,
 * `hubble_drop_total` of Cilium, which does not tell what is encrypted. In Istio it also makes the Telemetry by which its proxies log each request.
 * Without sidecars these are the waypoints; the proxy of a node (ztunnel) logs each connection in any case.
 *
 * Prometheus must scrape the proxies, else no alert ever fires. Hubble must be told to count by namespace: `HubbleFlowLogs` says how.
 */
export class NetworkMonitoring extends Construct {
  /**
   * @param tenant the tenant, or a construct in it
   * @param id 'monitoring', say
   * @param props what differs from the defaults
   * @throws if it is in no tenant, the tenant has one already, nothing on its Platform counts flows, or a prop is not what its name says
   */
  public constructor(tenant: Construct, id: string, props: NetworkMonitoringProps = {}) {
    super(tenant, id);
    const { path } = this.node;
    const { accessLogs = AccessLogs.ALL, provider = 'envoy', labels = {}, toleratedDenials = 0, runbookUrl } = props;
    const facts = TENANT.nearest(this);
    if (facts === undefined) {
      throw new Error(`${path}: whose traffic it is about is not known: make it in a Tenant`);
    }
    claim(facts, path);
    if (!Number.isInteger(toleratedDenials) || toleratedDenials < 0) {
      throw new Error(`${path}: ${toleratedDenials} is not a number of flows: give toleratedDenials a whole number from 0`);
    }
    const { platform } = facts;
    const metrics = metricsOf(platform);
    if (metrics.size === 0) {
      throw new Error(`${path}: nothing counts flows without a mesh and with the network plugin ${platform.cni ?? 'that nobody named'}: give the Platform a mesh, or cni: 'cilium' where it is that`);
    }
    new PrometheusRule(this, 'Alerts', 'network', labels, {
      groups: [...metrics].map(([source, each]) => ({ name: `network-${source}`, rules: trafficAlerts(each, { tenant: facts, toleratedDenials, runbookUrl }) })),
    });
    if (isIstio(platform.mesh)) {
      new Telemetry(this, 'AccessLogs', 'access-logs', {
        accessLogging: [{ providers: [{ name: provider }], ...accessLogs === AccessLogs.ALL ? {} : { filter: { expression: FAILED } } }],
      });
    }
  }
}

/** Istio knows no order between two for all proxies of a namespace. */
function claim(facts: object, path: string): void {
  const holder = facts as { [ID]?: string };
  if (holder[ID] !== undefined) {
    throw new Error(`${path}: the traffic of the tenant is monitored already, by ${holder[ID]}: remove one of the two`);
  }
  holder[ID] = path;
}
