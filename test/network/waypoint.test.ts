import { ApiObject, App, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { load } from 'js-yaml';
import { container, manifestsOf, shop, twoTenants } from './apps';
import { Cluster } from './cluster';
import { AllowOptions, Deployment, Gateway, Issuer, MeshKind, Remote, ServerCertificate, StatefulSet } from '../../src';
import { DECLARED } from '../../src/connectivity/declaration/declared';
import { departuresOf } from '../../src/connectivity/declaration/departures';
import { textEdge } from '../../src/connectivity/written';
import { Source } from '../../src/verify/input';
import { manifestOf } from '../../src/verify/manifests';
import { Verification } from '../../src/verify/verifier';

const GETS = { methods: ['GET'], paths: ['/items/*'] };
const SERVICE = { ports: [{ port: 80, targetPort: 7070 }] };
const sent = (method: string, port = 7070) => ({ port, protocol: 'TCP', request: { method, path: '/items/1' } });

const address = (workload: Deployment) => ({ 'cdk8s.io/metadata.addr': workload.podMetadata.getLabel('cdk8s.io/metadata.addr') });

function read(app: App) {
  const manifests = manifestsOf(app);
  const all = (kind: string, name?: string) => manifests.filter(each => each.kind === kind && (name ?? each.metadata.name) === each.metadata.name);
  const cluster = new Cluster(manifests);
  const reaches = (from: string, to: string, flow: ReturnType<typeof sent>) => {
    const [client, server] = [from, to].map(path => cluster.pod(path.split('/')[0], `Deployment/${path.split('/')[1]}`));
    return cluster.reaches(client, server, flow);
  };
  return { all, find: (kind: string, name: string) => all(kind, name)[0], reaches };
}

test('there is no waypoint where nobody is kept to some requests', () => {
  const { app, web, cart } = shop(MeshKind.ISTIO_AMBIENT);
  cart.exposeViaService(SERVICE);
  web.allowTo(cart);
  const { all, find } = read(app);
  expect(all('Gateway')).toEqual([]);
  expect(find('Service', 'cart').metadata.labels).not.toHaveProperty('istio.io/use-waypoint');
});

describe('a client that is kept to some requests', () => {
  const { app, tenant, web, cart } = shop(MeshKind.ISTIO_AMBIENT);
  const report = new Deployment(tenant, 'report', { containers: [container()] });
  [web, cart].forEach((workload, index) => workload.exposeViaService({ ports: [{ port: 80, targetPort: [8080, 7070][index] }] }));
  web.allowTo(cart, GETS);
  report.allowTo(cart);
  app.synth();
  const { find, all, reaches } = read(app);
  const only = (labels: object) => ({ podSelector: { matchLabels: labels } });
  const tunnel = [{ port: 15008, protocol: 'TCP' }];
  const WAYPOINT = { 'gateway.networking.k8s.io/gateway-name': 'waypoint' };

  test('goes through the waypoint of the tenant, and so does what others send to the same Service', () => {
    expect(find('Gateway', 'waypoint')).toMatchObject({
      metadata: { labels: { 'istio.io/waypoint-for': 'service' } },
      spec: { gatewayClassName: 'istio-waypoint', listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE', allowedRoutes: { namespaces: { from: 'Same' } } }] },
    });
    expect(find('Service', 'cart').metadata.labels).toMatchObject({ 'istio.io/use-waypoint': 'waypoint' });
    expect(find('Service', 'web').metadata.labels).not.toHaveProperty('istio.io/use-waypoint');
  });

  test('is let through there by the port of the Service, and the waypoint alone at the pods', () => {
    const principal = (account: string) => [{ source: { principals: [`cluster.local/ns/shop/sa/${account}`] } }];
    expect(find('AuthorizationPolicy', 'cart-waypoint').spec).toEqual({
      targetRefs: [{ group: '', kind: 'Service', name: 'cart' }],
      action: 'ALLOW',
      rules: [{ from: principal('report'), to: [{ operation: { ports: ['80'] } }] }, { from: principal('web'), to: [{ operation: { ports: ['80'], ...GETS } }] }],
    });
    expect(find('AuthorizationPolicy', 'cart').spec).toEqual({
      selector: { matchLabels: address(cart) },
      action: 'ALLOW',
      rules: [{ from: [{ source: { principals: ['report', 'waypoint'].map(name => `cluster.local/ns/shop/sa/${name}`) } }], to: [{ operation: { ports: ['7070'] } }] }],
    });
  });

  test('reaches the pods of the waypoint, and they the workload and their control plane', () => {
    const istiod = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'istio-system' } }, podSelector: { matchLabels: { app: 'istiod' } } };
    expect(find('NetworkPolicy', 'waypoint').spec).toEqual({
      podSelector: { matchLabels: WAYPOINT },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [only(address(report))], ports: tunnel }, { from: [only(address(web))], ports: tunnel }],
      egress: [{ to: [only(address(cart))], ports: tunnel }, { to: [istiod], ports: [{ port: 15012, protocol: 'TCP' }] }],
    });
    expect(find('NetworkPolicy', 'web').spec.egress).toEqual([{ to: [only(WAYPOINT)], ports: tunnel }]);
    expect(find('NetworkPolicy', 'report').spec.egress).toEqual([{ to: [only(address(cart))], ports: tunnel }, { to: [only(WAYPOINT)], ports: tunnel }]);
    expect(find('NetworkPolicy', 'cart').spec.ingress).toEqual([{ from: [only(address(report))], ports: tunnel }, { from: [only(WAYPOINT)], ports: tunnel }]);
    expect([reaches('shop/web', 'shop/cart', sent('GET')), reaches('shop/web', 'shop/cart', sent('PUT')), reaches('shop/report', 'shop/cart', sent('PUT'))]).toEqual([true, false, true]);
  });

  test('has pods in between that Pod Security restricted lets in, and that the quota counts', () => {
    expect(find('Gateway', 'waypoint').spec.infrastructure.parametersRef).toEqual({ group: '', kind: 'ConfigMap', name: 'waypoint-parameters' });
    const parameters = find('ConfigMap', 'waypoint-parameters').data;
    expect(load(parameters.deployment)).toMatchObject({ spec: { template: { spec: { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } } } } });
    expect(load(parameters.horizontalPodAutoscaler)).toMatchObject({ spec: { scaleTargetRef: { name: 'waypoint' }, maxReplicas: 5 } });
    const pods = (of: App) => Number(read(of).find('ResourceQuota', 'quota').spec.hard.pods);
    const without = shop(MeshKind.ISTIO_AMBIENT);
    new Deployment(without.tenant, 'report', { containers: [container()] });
    // Five, two more while they are rolled, and a fifth of that.
    expect(pods(app) - pods(without.app)).toBe(9);
    expect(all('ResourceQuota')[0].spec.hard).toMatchObject({ 'services.loadbalancers': '0', 'services.nodeports': '0' });
  });
});

test('the verifier finds no more in it', () => {
  const found = (options: AllowOptions) => {
    const { app, web, cart } = shop(MeshKind.ISTIO_AMBIENT);
    cart.exposeViaService();
    web.allowTo(cart, options);
    const manifests = manifestsOf(app).map(object => manifestOf(object, {}, true));
    const { findings, errors, evidence } = new Verification({ complete: true }).verify(manifests, [], []);
    expect(errors).toEqual([]);
    expect(evidence.length).toBeGreaterThan(100);
    return findings.map(({ control, object: { kind, name } }) => `${control} ${kind} ${name}`);
  };
  expect(found(GETS)).toEqual(found({}));
});

test('nothing in the cluster departs from what is declared, also when Istio has made the pods', () => {
  const { app, web, cart } = shop(MeshKind.ISTIO_AMBIENT);
  cart.exposeViaService();
  web.allowTo(cart, GETS);
  const deployment = (name: string, namespace: string, labels: object, port: number, more: object = {}) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, ...more },
    spec: { template: { metadata: { labels }, spec: { serviceAccountName: name, containers: [{ name, ports: [{ containerPort: port }] }] } } },
  });
  const ownerReferences = [{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', name: 'waypoint' }];
  const made = [
    deployment('waypoint', 'shop', { 'gateway.networking.k8s.io/gateway-name': 'waypoint', 'istio.io/dataplane-mode': 'none' }, 15021, { ownerReferences }),
    deployment('istiod', 'istio-system', { app: 'istiod' }, 15012),
  ];
  const manifests = (objects: object[]) => new Source('app.yaml', Yaml.stringify(...objects), true).manifests;
  expect(departuresOf(manifests([...manifestsOf(app), ...made]))).toMatchObject({ departures: [], misshapen: [] });
  const silent = manifestsOf(app).map(each => ({ ...each, metadata: { ...each.metadata, annotations: { [DECLARED.ingress]: 'nobody', [DECLARED.egress]: 'nobody' } } }));
  expect(departuresOf(manifests([...silent, ...made])).departures.map(({ edge }) => textEdge(edge))).toEqual(expect.arrayContaining([
    expect.stringMatching(/^shop\/web.* => shop\/cart.* : TCP 7070 \(GET \/items\/\*\)/), expect.stringMatching(/^shop\/waypoint\[Gateway\] => istio-system\/istiod.* TCP 15012/),
  ]));
});

describe('whoever says it, and whenever', () => {
  test('two tenants: the waypoint is that of the server', () => {
    const { app, web, ledger } = twoTenants(MeshKind.ISTIO_AMBIENT);
    ledger.exposeViaService();
    web.allowTo(ledger, { methods: ['GET', 'PUT'] });
    ledger.acceptFrom(web, { methods: ['GET'] });
    app.synth();
    const { all, find, reaches } = read(app);
    expect(all('Gateway').map(({ metadata }) => metadata.namespace)).toEqual(['bank']);
    expect(find('NetworkPolicy', 'web').spec.egress[0].to).toEqual([{
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'bank' } }, podSelector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'waypoint' } },
    }]);
    expect(['GET', 'PUT'].map(method => reaches('shop/web', 'bank/ledger', sent(method, 9090)))).toEqual([true, false]);
  });

  test('a whole tenant: each workload in it that serves a port, also one that is made later', () => {
    const { app, tenant, web, cart } = shop(MeshKind.ISTIO_AMBIENT);
    web.allowTo(tenant, GETS);
    const late = new Deployment(tenant, 'late', { containers: [container(9090)] });
    new Deployment(tenant, 'silent', { containers: [container()] });
    [web, cart, late].forEach(workload => workload.exposeViaService());
    app.synth();
    const { find, all, reaches } = read(app);
    expect(all('AuthorizationPolicy').map(({ metadata }) => metadata.name).sort()).toEqual(
      ['allow-nothing', 'cart', 'cart-waypoint', 'late', 'late-waypoint', 'web', 'web-waypoint']);
    expect(find('AuthorizationPolicy', 'late').spec.rules[0].from).toEqual([{ source: { principals: ['cluster.local/ns/shop/sa/waypoint'] } }]);
    expect(['GET', 'PUT'].map(method => reaches('shop/web', 'shop/late', sent(method, 9090)))).toEqual([true, false]);
    expect(reaches('shop/cart', 'shop/late', sent('GET', 9090))).toBe(false);
  });

  test('a later word for every request opens it past the waypoint too', () => {
    const { app, web, cart } = shop(MeshKind.ISTIO_AMBIENT);
    cart.exposeViaService(SERVICE);
    web.allowTo(cart, GETS);
    web.allowTo(cart);
    app.synth();
    const { find, reaches } = read(app);
    expect(reaches('shop/web', 'shop/cart', sent('PUT'))).toBe(true);
    expect(find('AuthorizationPolicy', 'cart-waypoint').spec.rules[0].to).toEqual([{ operation: { ports: ['80'] } }]);
  });

  test('a Service that somebody makes by hand, with a named port', () => {
    const { app, tenant, web, cart } = shop(MeshKind.ISTIO_AMBIENT);
    web.allowTo(cart, GETS);
    cart.addContainer({ image: 'image', name: 'more', ports: [{ number: 9090, name: 'more' }] });
    const ports = [{ name: 'own', port: 81, targetPort: 7070 }, { name: 'more', port: 82, targetPort: 'more' }, { name: 'udp', port: 83, protocol: 'UDP', targetPort: 7070 }];
    new ApiObject(tenant, 'Front', { apiVersion: 'v1', kind: 'Service', spec: { selector: address(cart), ports } });
    app.synth();
    const { find } = read(app);
    expect(find('Service', 'front').metadata.labels).toMatchObject({ 'istio.io/use-waypoint': 'waypoint' });
    expect(find('AuthorizationPolicy', 'cart-waypoint').spec).toMatchObject({
      targetRefs: [{ name: 'front' }], rules: [{ to: [{ operation: { ports: ['81', '82'] } }] }],
    });
  });
});

describe('it is an error, rather than every request, or none', () => {
  const LIMITED = '[shop/web] shop/web is allowed to shop/cart for some methods or paths only, ';
  const NO_SERVICE = 'which a waypoint reads on the way to a Service, and there is none of shop/cart alone, with an address, that leads to 7070: make one, such as with exposeViaService()';
  type Make = (app: ReturnType<typeof shop>) => void;

  test.each<[string, string, Make]>([
    ['there is no Service', NO_SERVICE, () => undefined],
    ['its Service leads elsewhere', NO_SERVICE, ({ cart }) => {
      cart.containers[0].addPort({ number: 7071 });
      cart.exposeViaService({ ports: [{ port: 7070, targetPort: 7071 }] });
    }],
    ['its Service has no address', NO_SERVICE, ({ tenant, cart }) => new kplus.Service(tenant, 'Headless', { selector: cart, clusterIP: 'None', ports: [{ port: 7070 }] })],
    ['its Service leads to others too', NO_SERVICE, ({ tenant, web, cart }) => {
      [web, cart].forEach(workload => workload.podMetadata.addLabel('tier', 'front'));
      new kplus.Service(tenant, 'Both', { selector: kplus.Pods.select(tenant, 'Front', { labels: { tier: 'front' } }), ports: [{ port: 7070 }] });
    }],
    ['its Service refuses the waypoint', NO_SERVICE, ({ cart }) => cart.exposeViaService().metadata.addLabel('istio.io/use-waypoint', 'none')],
    ['two Services disagree about a port', 'but Services of shop/cart lead 80 to different ports, which its waypoint cannot tell apart', ({ tenant, cart }) => {
      cart.containers[0].addPort({ number: 7071 });
      [7070, 7071].forEach(targetPort => new kplus.Service(tenant, `To-${targetPort}`, { selector: cart, ports: [{ port: 80, targetPort }, { name: 'own', port: targetPort }] }));
    }],
  ])('%s', (_what, message, make) => {
    const made = shop(MeshKind.ISTIO_AMBIENT);
    make(made);
    made.web.allowTo(made.cart, GETS);
    expect(() => made.app.synth()).toThrow(LIMITED + message);
  });

  test('a StatefulSet has a Service without an address by itself', () => {
    const { app, tenant, web } = shop(MeshKind.ISTIO_AMBIENT);
    const store = new StatefulSet(tenant, 'store', { containers: [container(5432)] });
    web.allowTo(store, GETS);
    expect(() => app.synth()).toThrow('there is none of shop/store alone, with an address, that leads to 5432');
    new kplus.Service(tenant, 'Front', { selector: store, ports: [{ port: 5432 }] });
    expect(() => app.synth()).not.toThrow();
  });

  test('what scrapes metrics, and a Gateway, ask pods themselves', () => {
    const monitoring = { namespaceLabels: { 'kubernetes.io/metadata.name': 'monitoring' }, podLabels: { app: 'prometheus' }, serviceAccount: 'prometheus' };
    const { app, cart } = shop(MeshKind.ISTIO_AMBIENT, { monitoring });
    cart.exposeViaService();
    cart.acceptFrom(Remote.monitoring(), { paths: ['/metrics'] });
    expect(() => app.synth()).toThrow('Remote.monitoring() is allowed to shop/cart for some methods or paths only, but Remote.monitoring() sends requests to pods themselves');
    const other = shop(MeshKind.ISTIO_AMBIENT, { gatewayClass: 'istio' });
    const gateway = new Gateway(other.tenant, 'gateway', { certificate: ServerCertificate.issuedBy(Issuer.clusterIssuer('issuer')) });
    other.web.expose('shop.example.com', { gateway });
    other.cart.exposeViaService();
    other.cart.acceptFrom(gateway, GETS);
    expect(() => other.app.synth()).toThrow('shop/gateway is allowed to shop/cart for some methods or paths only, but shop/gateway sends requests to pods themselves');
  });

  test('something else has the name of the waypoint', () => {
    const { app, tenant, web, cart } = shop(MeshKind.ISTIO_AMBIENT);
    new Deployment(tenant, 'waypoint', { containers: [container()] });
    cart.exposeViaService();
    web.allowTo(cart, GETS);
    expect(() => app.synth()).toThrow('shop/waypoint or its service account is called "waypoint", as the waypoint of its tenant is: give it another name');
  });
});
