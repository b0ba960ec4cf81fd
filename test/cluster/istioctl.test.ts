import { Cron } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { Manifest } from './client';
import { analyze } from './istioctl';
import { isBuilt } from './programs';
import { CronJob, Deployment, Issuer, MeshKind, Network, NetworkMonitoring, WebhookServer } from '../../src';
import { container, newApp, newTenant } from '../network/apps';

/** Two tenants that talk to each other, one of them with a webhook, and what monitors them. */
function synthesized(mesh: MeshKind): Manifest[] {
  const app = newApp();
  const [shop, bank] = ['shop', 'bank'].map(id => newTenant(app, id, mesh, { apiServerCidrs: ['10.0.0.1/32'] }));
  const web = new Deployment(shop, 'web', { containers: [container(8080)] });
  const cart = new Deployment(shop, 'cart', { containers: [container(7070)] });
  const ledger = new Deployment(bank, 'ledger', { containers: [container(9090)] });
  const report = new CronJob(bank, 'report', { schedule: Cron.daily(), containers: [container()] });
  [web, cart, ledger].forEach(workload => workload.exposeViaService());
  web.allowTo(cart);
  web.allowTo(ledger);
  ledger.acceptFrom(web);
  report.allowTo(ledger);
  Network.of(cart).acceptPlainText(7070);
  new WebhookServer(new Deployment(bank, 'policy', { containers: [container(8443)] }), 'Webhooks', { issuer: Issuer.namespaced('webhooks') })
    .addValidatingWebhook('pods', { path: '/validate', rules: [{ apiGroups: [''], resources: ['pods'] }] });
  [shop, bank].forEach(tenant => new NetworkMonitoring(tenant, 'monitoring'));
  return loadAll(app.synthYaml()) as Manifest[];
}

const judged = isBuilt('istioctl', "istioctl's analyzers on apps in both modes of Istio") ? test : test.skip;

const MODES = [MeshKind.ISTIO_AMBIENT, MeshKind.ISTIO_SIDECAR];

judged.each(MODES)('istioctl has nothing to say about an app in %s', mesh => {
  expect(analyze(synthesized(mesh))).toEqual([]);
});

type Broken = readonly [what: string, broken: (objects: readonly Manifest[]) => Manifest[], message: RegExp];

const changed = (kind: string, name: string, spec: object) => (objects: readonly Manifest[]) =>
  objects.map(object => object.kind === kind && object.metadata.name === name ? { ...object, spec: { ...object.spec, ...spec } } : object);
const added = (apiVersion: string, kind: string, spec: object) => (objects: readonly Manifest[]) =>
  [...objects, { apiVersion, kind, metadata: { name: 'broken', namespace: 'shop' }, spec }];
const GATEWAY = {
  selector: { istio: 'ingressgateway' },
  servers: [{ port: { number: 443, name: 'https', protocol: 'HTTPS' }, hosts: ['shop.example.com'], tls: { mode: 'SIMPLE', credentialName: 'nowhere' } }],
};

judged.each<Broken>([
  ['a policy that selects nothing', changed('AuthorizationPolicy', 'cart', { selector: { matchLabels: { app: 'nobody' } } }), /IST0127 .*cart/],
  ['a policy that Istio cannot read', changed('AuthorizationPolicy', 'cart', { rules: [{ to: [{ operation: { ports: ['http'] } }] }] }), /IST0106 .*cart/],
  ['a filter of logs that is no CEL', changed('Telemetry', 'access-logs', { accessLogging: [{ filter: { expression: 'response.code >=' } }] }), /IST0106 .*access-logs/],
  ['a second Telemetry for the same proxies', added('telemetry.istio.io/v1', 'Telemetry', { accessLogging: [{ providers: [{ name: 'envoy' }] }] }), /IST0160 .*access-logs/],
  ['a Gateway without its credentials', added('networking.istio.io/v1', 'Gateway', GATEWAY), /IST0101 .*nowhere/],
])('it finds %s', (_what, broken, message) => {
  MODES.forEach(mesh => expect(analyze(broken(synthesized(mesh))).join('\n')).toMatch(message));
});
