import { execFileSync } from 'node:child_process';
import { Cron, Testing } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { Manifest } from './client';
import { analyze } from './istioctl';
import { isBuilt } from './programs';
import { ENVIRONMENTS } from '../../examples/online-boutique/environments';
import { Shop } from '../../examples/online-boutique/shop';
import { CronJob, Deployment, Gateway, GatewayPods, GatewayProps, Issuer, MeshKind, Mode, Network, NetworkMonitoring, Through, Verifier, WebhookServer } from '../../src';
import { servedPorts } from '../../src/network/port';
import { CERTIFICATE, JWT, newShop } from '../gateway/apps';
import { container, newApp, newTenant } from '../network/apps';

/** Two tenants that talk to each other, one of them with a webhook, and what monitors them. */
function synthesized(mesh: MeshKind): Manifest[] {
  const app = newApp();
  const [shop, bank] = ['shop', 'bank'].map(id => newTenant(app, id, mesh, { apiServerCidrs: ['10.0.0.1/32'] }));
  const web = new Deployment(shop, 'web', { containers: [container(8080)] });
  const cart = new Deployment(shop, 'cart', { containers: [container(7070)] });
  const ledger = new Deployment(bank, 'ledger', { containers: [container(9090)] });
  const report = new CronJob(bank, 'report', { schedule: Cron.daily(), containers: [container()] });
  [web, cart, ledger].forEach(workload => workload.exposeViaService({ ports: [{ name: 'http', port: 80, targetPort: servedPorts(workload)[0].number }] }));
  web.allowTo(cart);
  web.allowTo(ledger, { methods: ['GET'], paths: ['/accounts/*'] });
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

/** Gateways of both kinds that Istio reads, with a route that asks who sends requests, and one that does not. */
function exposed(mesh: MeshKind, props: GatewayProps): Manifest[] {
  const { app, tenant, web, api } = newShop(mesh);
  new Gateway(tenant, 'edge', { certificate: CERTIFICATE, ...props });
  web.expose('shop.example.com', { authentication: JWT });
  api.expose('open.example.com', { paths: ['/api'] });
  const objects = loadAll(app.synthYaml()) as Manifest[];
  return [...objects, ...objects.flatMap(issued), ...props.pods === undefined ? [] : installed(props.pods)];
}

/** Its key goes nowhere. */
const CERTIFICATE_OF_ITSELF = execFileSync('openssl', [
  'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1', '-subj', '/CN=shop.example.com', '-keyout', '/dev/null',
], { stdio: ['ignore', 'pipe', 'ignore'] }).toString('base64');

/** What cert-manager makes of a Certificate. */
function issued({ kind, metadata: { namespace }, spec }: Manifest): Manifest[] {
  const data = { 'tls.crt': CERTIFICATE_OF_ITSELF, 'tls.key': Buffer.from('elsewhere').toString('base64') };
  return kind === 'Certificate' ? [{ apiVersion: 'v1', kind: 'Secret', type: 'kubernetes.io/tls', metadata: { name: spec.secretName, namespace }, data }] : [];
}

/** A gateway that somebody else has installed: its pods, and the Service before them. */
function installed({ namespace, labels, serviceAccount }: GatewayPods): Manifest[] {
  const metadata = { name: 'ingress', namespace, labels };
  const spec = { serviceAccountName: serviceAccount, containers: [{ name: 'istio-proxy', image: 'docker.io/istio/proxyv2:1.30.3' }] };
  const ports = [80, 443].map(port => ({ name: `port-${port}`, port, targetPort: port, protocol: 'TCP' }));
  return [{ apiVersion: 'v1', kind: 'Pod', metadata, spec }, { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labels, ports } }];
}

const INSTALLED = { namespace: 'shop', labels: { istio: 'ingress' }, serviceAccount: 'ingress' };

judged.each<[string, MeshKind, GatewayProps]>([
  ['the Gateway API', MeshKind.ISTIO_AMBIENT, {}],
  ['the Gateway API', MeshKind.ISTIO_SIDECAR, {}],
  ["Istio's own Gateway", MeshKind.ISTIO_SIDECAR, { through: Through.ISTIO, pods: INSTALLED }],
])('nor about what is exposed through %s in %s', (_through, mesh, props) => expect(analyze(exposed(mesh, props))).toEqual([]));

judged('nor about the online boutique, but that its limit of requests is an EnvoyFilter, for Istio has nothing else for one', () => {
  const app = Testing.app();
  Verifier.of(app, { mode: Mode.OFF });
  ENVIRONMENTS.forEach(props => new Shop(app, `online-boutique-${props.environment}`, props));
  const messages = analyze(app.charts.flatMap(chart => Testing.synth(chart)));
  expect(messages.map(message => message.split(': ')[0])).toEqual(['prod', 'staging'].map(environment =>
    `IST0133 Warning EnvoyFilter online-boutique-${environment}/gateway-rate-limit`));
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
