import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { TENANCY_LABELS } from '../../model/tenancy-labels';
import { InventoryControl, Judgement, Outcome } from '../inventory-control';
import { inIstio, isForNamespace } from '../mesh/istio';
import { judgeReferences, Reference, Resolution } from '../reference-judgement';

/** What meshes and network plugins count of flows that they deny. */
const DENIED = /\b(istio_requests_total|istio_tcp_connections_closed_total|inbound_(http|tcp)_authz_deny_total|hubble_drop_total)\b/;

/** A condition of an expression on the namespace of a flow. */
const OF_NAMESPACE = /namespace\s*=~?\s*"([^"]*)"/g;

/** What nobody sees, nobody stops: who tries doors is refused, and tries the next one. */
export const trafficMonitored = new InventoryControl({
  id: 'traffic-monitored',
  title: 'The traffic of each tenant is logged and has alerts',
  recommendation: '4.3',
  severity: Severity.LOW,
  kinds: ['Namespace'],
  field: 'metadata.name',
  judge,
  message: 'nobody notices what is tried on its network',
  remediation: 'make a NetworkMonitoring in the tenant: a Telemetry with accessLogging, and a PrometheusRule about denied flows',
  references: [Nsa.LOGGING, Owasp.K10],
});

/** Where nothing runs there is no traffic. */
function judge(manifest: Manifest, inventory: Inventory): Judgement {
  const { name, object } = manifest;
  const empty = inventory.complete && [name, ''].every(where => inventory.workloads(where).length === 0);
  if (object.metadata?.labels?.[TENANCY_LABELS.tenant] === undefined || empty || name.startsWith('kube-')) {
    return { outcome: Outcome.NOT_APPLICABLE };
  }
  const alerts = inventory.once('alerts of denied flows', undefined, () => alertsIn(inventory));
  const logs = inIstio(manifest) ? [asked(isLogged(name, inventory), 'its requests are not logged: no Telemetry with accessLogging is for all its proxies')] : [];
  return judgeReferences([asked(alerts.ofAll || alerts.of.has(name), 'no alert is about flows that are denied in it'), ...logs], inventory);
}

function asked(found: boolean, message: string): Reference {
  return { resolution: found ? Resolution.FOUND : Resolution.MISSING, fault: { path: ['metadata', 'name'], message } };
}

/** The namespaces of which an alert about denied flows is, and whether one is of all. Found once, for each tenant may bring rules of its own. */
interface Alerts { readonly ofAll: boolean; readonly of: ReadonlySet<string> }

function alertsIn(inventory: Inventory): Alerts {
  const rules: JsonObject[] = inventory.ofKind('monitoring.coreos.com/PrometheusRule')
    .flatMap(({ object: { spec } }) => spec?.groups ?? []).flatMap((group: JsonObject) => group?.rules ?? []);
  // A rule that names namespaces is for these alone.
  const named = rules.filter(rule => rule?.alert !== undefined && DENIED.test(String(rule.expr ?? '')))
    .map(({ expr }) => [...String(expr).matchAll(OF_NAMESPACE)].flatMap(([, text]) => text.split('|')));
  return { ofAll: named.some(({ length }) => length === 0), of: new Set(named.flat()) };
}

function isLogged(namespace: string, inventory: Inventory): boolean {
  return isForNamespace(namespace, inventory, 'telemetry.istio.io/Telemetry',
    ({ accessLogging = [] }) => accessLogging.some((logging: JsonObject) => logging?.disabled !== true && (logging?.providers ?? []).length > 0));
}
