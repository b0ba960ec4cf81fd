import { App, Chart, Testing } from 'cdk8s';
import { load } from 'js-yaml';
import { AccessLogs, HubbleFlowLogs, MeshKind, NetworkMonitoring, NetworkMonitoringProps, PlatformProps } from '../../src';
import { newApp, newTenant } from '../network/apps';

function monitored(mesh: MeshKind, props: NetworkMonitoringProps = {}, platform: PlatformProps = {}) {
  const tenant = newTenant(newApp(), 'shop', mesh, platform);
  new NetworkMonitoring(tenant, 'monitoring', props);
  const objects: any[] = Testing.synth(tenant);
  return { tenant, telemetry: objects.filter(({ kind }) => kind === 'Telemetry'), rule: objects.find(({ kind }) => kind === 'PrometheusRule') };
}
const alertsOf = (rule: any): any[] => rule.spec.groups.flatMap(({ rules }: any) => rules);

test.each([MeshKind.ISTIO_AMBIENT, MeshKind.ISTIO_SIDECAR])('%s logs every request, by one Telemetry for all proxies', mesh => {
  const { telemetry } = monitored(mesh);
  expect(telemetry.map(({ spec }) => spec)).toEqual([{ accessLogging: [{ providers: [{ name: 'envoy' }] }] }]);
});

test('what failed alone, to another place', () => {
  const { telemetry } = monitored(MeshKind.ISTIO_SIDECAR, { accessLogs: AccessLogs.FAILED, provider: 'otel' });
  expect(telemetry[0].spec.accessLogging).toEqual([{ providers: [{ name: 'otel' }], filter: { expression: '!has(response.code) || response.code >= 400' } }]);
});

test.each<[MeshKind, PlatformProps, string[], string[]]>([
  [MeshKind.ISTIO_AMBIENT, {}, ['network-istio-ambient'], ['DeniedFlows', 'UnencryptedFlows']],
  [MeshKind.ISTIO_AMBIENT, { cni: 'cilium' }, ['network-istio-ambient', 'network-cilium'], ['DeniedFlows', 'UnencryptedFlows', 'DroppedFlows']],
  [MeshKind.LINKERD, {}, ['network-linkerd'], ['DeniedFlows', 'UnencryptedFlows']],
  [MeshKind.NONE, { cni: 'cilium' }, ['network-cilium'], ['DroppedFlows']],
])('alerts of %s with %j', (mesh, platform, groups, alerts) => {
  const { rule, telemetry } = monitored(mesh, {}, platform);
  expect(rule.spec.groups.map(({ name }: any) => name)).toEqual(groups);
  expect(alertsOf(rule).map(({ alert }) => alert)).toEqual(alerts);
  expect(telemetry).toHaveLength(mesh === MeshKind.ISTIO_AMBIENT ? 1 : 0);
});

test('each alert says whose it is, how bad, and what to do', () => {
  const { rule } = monitored(MeshKind.ISTIO_AMBIENT, { labels: { release: 'prometheus' }, runbookUrl: 'https://wiki.example.com/network' });
  expect(rule.metadata.labels).toMatchObject({ 'release': 'prometheus', 'cdk8s-bulwark/tenant': 'shop' });
  expect(alertsOf(rule).map(({ labels }) => labels)).toEqual([
    { severity: 'warning', tenant: 'shop', owner: 'team-a' }, { severity: 'critical', tenant: 'shop', owner: 'team-a' },
  ]);
  alertsOf(rule).forEach(({ annotations, expr }) => {
    expect(annotations).toEqual({ summary: expect.stringContaining('(tenant shop)'), description: expect.stringMatching(/allowTo|acceptPlainText/), runbook_url: 'https://wiki.example.com/network' });
    expect(expr).toContain('destination_workload_namespace="shop"');
  });
});

test.each<[string, () => unknown, RegExp]>([
  ['it is in no tenant', () => new NetworkMonitoring(new Chart(new App(), 'chart'), 'monitoring'), /chart\/monitoring: whose traffic it is about is not known: make it in a Tenant/],
  ['nothing counts', () => monitored(MeshKind.NONE), /shop\/monitoring: nothing counts flows without a mesh and with the network plugin that nobody named/],
  ['flows are no number', () => monitored(MeshKind.LINKERD, { toleratedDenials: 0.5 }), /0.5 is not a number of flows/],
  ['there is one', () => new NetworkMonitoring(monitored(MeshKind.LINKERD).tenant, 'again'), /shop\/again: the traffic of the tenant is monitored already, by shop\/monitoring/],
])('refused: %s', (_what, make, message) => {
  expect(make).toThrow(message);
});

describe('the flow logs of Cilium', () => {
  const app = newApp();
  const tenants = ['shop', 'bank'].map(id => newTenant(app, id, MeshKind.NONE, { cni: 'cilium' }));

  test('each tenant has a file, with what it sends and what it gets', () => {
    const chart = new Chart(app, 'cluster');
    new HubbleFlowLogs(chart, 'flow-logs', { tenants, flows: AccessLogs.FAILED });
    const [{ metadata, data }] = Testing.synth(chart);
    expect(metadata).toEqual({ name: 'cilium-flowlog-config', namespace: 'kube-system' });
    const verdict = ['DROPPED', 'ERROR'];
    expect(load(data['flowlogs.yaml'])).toEqual({
      flowLogs: ['shop', 'bank'].map(name => ({
        name, filePath: `/var/run/cilium/hubble/${name}.log`, includeFilters: [{ source_pod: [`${name}/`], verdict }, { destination_pod: [`${name}/`], verdict }],
      })),
    });
  });

  test('refused: in a tenant, without tenants, or with one twice', () => {
    expect(() => new HubbleFlowLogs(tenants[0], 'flow-logs', { tenants })).toThrow(/shop\/flow-logs: the flow logs are of the whole cluster/);
    expect(() => new HubbleFlowLogs(new Chart(app, 'none'), 'flow-logs', { tenants: [] })).toThrow(/none\/flow-logs: give tenants at least one/);
    expect(() => new HubbleFlowLogs(new Chart(app, 'twice'), 'flow-logs', { tenants: [tenants[0], tenants[0]] })).toThrow(/each once/);
  });
});
