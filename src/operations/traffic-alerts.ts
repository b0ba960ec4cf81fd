import { TrafficCounter, TrafficMetrics } from './traffic-metrics';
import { AlertRule } from '../crds/prometheus-operator';
import { TenantFacts } from '../tenancy/tenant-facts';

const WINDOW = '5m';

/** What the alerts of a tenant say besides. */
export interface AlertSettings {
  readonly tenant: TenantFacts;

  /** How many denied flows in five minutes are no reason to alert. */
  readonly toleratedDenials: number;
  readonly runbookUrl?: string;
}

/** The alerts of a tenant for what one data plane counts. */
export function trafficAlerts(metrics: TrafficMetrics, settings: AlertSettings): AlertRule[] {
  const { tenant: { namespace }, toleratedDenials } = settings;
  const { client, server } = metrics;
  return [
    ...alert(metrics.deniedAlert, 'warning', metrics.denied, toleratedDenials, settings, {
      summary: `${client} was refused by ${server} (tenant ${namespace})`,
      description: 'What nobody declared was tried. If it should be allowed, declare it with allowTo and deploy. Else find out who runs the client, and since when: '
        + 'compare its image with the lock, read the access logs of both sides, and put it in quarantine where it cannot be explained.',
    }),
    ...alert('UnencryptedFlows', 'critical', metrics.unencrypted, 0, settings, {
      summary: `${client} reached ${server} without mutual TLS (tenant ${namespace})`,
      description: 'Traffic that should be encrypted and authenticated was not. Look for a PeerAuthentication or a policy that weakens it, a port that takes plain text '
        + '(acceptPlainText), or a client outside of the mesh; bring the client into the mesh, or acknowledge the port.',
    }),
  ];
}

function alert(
  name: string, severity: string, counters: readonly TrafficCounter[], tolerated: number, settings: AlertSettings, annotations: AlertRule['annotations'],
): AlertRule[] {
  const { tenant: { name: tenant, owner, namespace }, runbookUrl } = settings;
  return counters.length === 0 ? [] : [{
    alert: name,
    expr: counters.map(({ selector, by }) => happened(selector(namespace), by, tolerated)).join('\nor\n'),
    labels: { severity, tenant, owner },
    annotations: { ...annotations, ...runbookUrl === undefined ? {} : { runbook_url: runbookUrl } },
  }];
}

/**
 * Whether a counter has counted more than some within the window. `increase` does not see the first of all: a counter that was not there before begins with
 * it, and a single attempt would never be seen.
 */
function happened(selector: string, by: readonly string[], tolerated: number): string {
  const sum = (what: string) => `sum by (${by.join(', ')}) (${what})`;
  return `${sum(`increase(${selector}[${WINDOW}])`)} > ${tolerated}\nor\n`
    + `(${sum(selector)} > ${tolerated} unless ${sum(`${selector} offset ${WINDOW}`)})`;
}
