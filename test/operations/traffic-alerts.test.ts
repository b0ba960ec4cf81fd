import { Testing } from 'cdk8s';
import { AlertTest, checkRules, testRules } from './promtool';
import { MeshKind, NetworkMonitoring, PlatformProps } from '../../src';
import { available } from '../data/sandbox';
import { newApp, newTenant } from '../network/apps';

const judged = available('the alerts of network monitoring', 'promtool') ? test : test.skip;

function ruleOf(mesh: MeshKind, toleratedDenials = 0, platform: PlatformProps = {}): any {
  const tenant = newTenant(newApp(), 'shop', mesh, platform);
  new NetworkMonitoring(tenant, 'monitoring', { toleratedDenials });
  return Testing.synth(tenant).find(({ kind }) => kind === 'PrometheusRule').spec;
}

/** What grows, begins, stays, and begins anew with its pod, after ten minutes. Each minute is a value. */
const GROWS = '5+0x9 6 6 6 6 6';
const BEGINS = '_x10 1 1 1 1 1';
const STAYS = '5+0x15';
const BEGINS_ANEW = '5+0x9 0 0 0 0 0';

const istio = (metric: string, labels: string) =>
  `${metric}{reporter="destination",source_workload_namespace="bank",source_workload="web",destination_workload_namespace="shop",destination_workload="cart",${labels}}`;
const hubble = (labels: string) => `hubble_drop_total{source_namespace="bank",destination_namespace="shop",protocol="TCP",${labels}}`;
const linkerd = (metric: string, labels: string) => `${metric}{namespace="shop",pod="cart-0",target_port="7070",${labels}}`;
const MTLS = 'connection_security_policy="mutual_tls"';

type Row = readonly [mesh: MeshKind, series: string, values: string, alert?: 'DeniedFlows' | 'DroppedFlows' | 'UnencryptedFlows'];

/** Which counter alerts whom. */
const ROWS: readonly Row[] = [
  ...[MeshKind.ISTIO_AMBIENT, MeshKind.ISTIO_SIDECAR].flatMap((mesh): Row[] => [
    [mesh, istio('istio_requests_total', `response_code="403",${MTLS}`), GROWS, 'DeniedFlows'],
    [mesh, istio('istio_requests_total', `response_code="403",${MTLS}`), BEGINS, 'DeniedFlows'],
    [mesh, istio('istio_requests_total', `response_code="403",${MTLS}`), STAYS],
    [mesh, istio('istio_requests_total', `response_code="403",${MTLS}`), BEGINS_ANEW],
    [mesh, istio('istio_requests_total', `response_code="200",${MTLS}`), GROWS],
    [mesh, istio('istio_requests_total', `response_code="200",grpc_response_status="7",${MTLS}`), BEGINS, 'DeniedFlows'],
    [mesh, istio('istio_tcp_connections_closed_total', `response_flags="DENY",${MTLS}`), BEGINS, 'DeniedFlows'],
    [mesh, istio('istio_tcp_connections_closed_total', `response_flags="-",${MTLS}`), BEGINS],
    [mesh, istio('istio_tcp_connections_opened_total', 'connection_security_policy="unknown"'), BEGINS, 'UnencryptedFlows'],
    [mesh, istio('istio_requests_total', 'response_code="200",connection_security_policy="none"'), GROWS, 'UnencryptedFlows'],
    [mesh, istio('istio_tcp_connections_opened_total', MTLS), GROWS],
    // A client does not know how the server sees it, and another tenant is not ours.
    [mesh, istio('istio_tcp_connections_opened_total', 'connection_security_policy="unknown"').replace('"destination"', '"source"'), GROWS],
    [mesh, istio('istio_tcp_connections_opened_total', 'connection_security_policy="unknown"').replace('"shop"', '"cart"'), GROWS],
  ]),
  [MeshKind.LINKERD, linkerd('inbound_http_authz_deny_total', 'tls="true",client_id="web.bank"'), GROWS, 'DeniedFlows'],
  [MeshKind.LINKERD, linkerd('inbound_tcp_authz_deny_total', 'tls="no_identity"'), BEGINS, 'DeniedFlows'],
  [MeshKind.LINKERD, linkerd('inbound_http_authz_allow_total', 'tls="true",client_id="web.bank",authz_name="cart"'), GROWS],
  [MeshKind.LINKERD, linkerd('inbound_tcp_authz_allow_total', 'tls="no_identity",authz_name="cart-plain-text"'), GROWS, 'UnencryptedFlows'],
  [MeshKind.LINKERD, linkerd('inbound_http_authz_allow_total', 'tls="no_identity",authz_name="probe"'), GROWS],
  [MeshKind.LINKERD, linkerd('inbound_http_authz_allow_total', 'tls="no_identity",authz_name="cart-7070-probes"'), GROWS],
  [MeshKind.LINKERD, linkerd('inbound_http_authz_allow_total', 'tls="no_identity",authz_name="cart-7070-1a2b3c4d-probes"'), GROWS],
  [MeshKind.LINKERD, linkerd('inbound_http_authz_allow_total', 'tls="no_identity",authz_name="all"').replace('7070', '4191'), GROWS],
  [MeshKind.NONE, hubble('reason="POLICY_DENIED"'), GROWS, 'DroppedFlows'],
  [MeshKind.NONE, hubble('reason="AUTH_REQUIRED"'), BEGINS, 'DroppedFlows'],
  [MeshKind.NONE, hubble('reason="POLICY_DENIED"').replace('"shop"', '"web"').replace('"bank"', '"shop"'), BEGINS, 'DroppedFlows'],
  [MeshKind.NONE, hubble('reason="CT_NO_MAP_FOUND"'), GROWS],
];

const platformOf = (mesh: MeshKind): PlatformProps => mesh === MeshKind.NONE ? { cni: 'cilium' } : {};

judged.each([MeshKind.ISTIO_AMBIENT, MeshKind.ISTIO_SIDECAR, MeshKind.LINKERD, MeshKind.NONE])('promtool takes the alerts of %s, and each counter alerts as it should', mesh => {
  const spec = ruleOf(mesh, 0, platformOf(mesh));
  expect(checkRules(spec)).toBe('');
  const rows = ROWS.filter(([each]) => each === mesh);
  expect(rows.length).toBeGreaterThan(3);
  expect(testRules(spec, rows.flatMap(([, series, values, alert]) => testsOf(spec, series, values, alert)))).toBe('');
});

judged('what is tolerated does not alert, and one more does', () => {
  const spec = ruleOf(MeshKind.ISTIO_AMBIENT, 3);
  const denied = istio('istio_tcp_connections_closed_total', `response_flags="DENY",${MTLS}`);
  expect(testRules(spec, [...testsOf(spec, denied, '_x10 3 3 3 3 3'), ...testsOf(spec, denied, '_x10 4 4 4 4 4', 'DeniedFlows')])).toBe('');
});

judged('promtool finds a rule that is wrong: the tests can fail', () => {
  const spec = ruleOf(MeshKind.ISTIO_AMBIENT);
  expect(checkRules({ groups: [{ name: 'network', rules: [{ alert: 'Broken', expr: 'sum by (' }] }] })).toContain('parse error');
  expect(testRules(spec, testsOf(spec, istio('istio_requests_total', `response_code="403",${MTLS}`), STAYS, 'DeniedFlows'))).toContain('FAILED');
});

/** Nine minutes after the beginning nothing has happened yet; three minutes later it has, two minutes ago. */
function testsOf(spec: any, series: string, values: string, alert?: string): AlertTest[] {
  const alerts: string[] = [...new Set(spec.groups.flatMap(({ rules }: any) => rules.map((rule: any) => rule.alert)))] as string[];
  const labelsOf = (text: string) => Object.fromEntries([...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, label, value]) => [label, value]));
  const at = (eval_time: string, fires: boolean) => alerts.map(alertname => ({
    eval_time, alertname, ...fires && alert === alertname ? { exp_alerts: [expected(spec, alert, labelsOf(series))] } : { exp_alerts: [] },
  }));
  return [{ name: `${series} ${values}`, interval: '1m', input_series: [{ series, values }], alert_rule_test: [...at('9m', false), ...at('12m', true)] }];
}

/** The alert as its rule says it, for the labels of a series. */
function expected(spec: any, alert: string, labels: { [label: string]: string }): object {
  const rule = spec.groups.flatMap(({ rules }: any) => rules).find((each: any) => each.alert === alert);
  const by: string[] = /sum by \(([^)]*)\)/.exec(rule.expr)![1].split(', ');
  const filled = (text: string) => text
    .replace(/\{\{ with \$labels\.client_id \}\}\{\{ \. \}\}\{\{ else \}\}([^{]*)\{\{ end \}\}/, (_all, without) => labels.client_id ?? without)
    .replace(/\{\{ \$labels\.(\w+) \}\}/g, (_all, label) => labels[label] ?? '');
  return {
    exp_labels: { ...Object.fromEntries(by.filter(label => labels[label] !== undefined).map(label => [label, labels[label]])), ...rule.labels },
    exp_annotations: Object.fromEntries(Object.entries<string>(rule.annotations).map(([key, text]) => [key, filled(text)])),
  };
}
