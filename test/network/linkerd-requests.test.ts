import { Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import { container, manifestsOf, newApp, newTenant } from './apps';
import { Cluster } from './cluster';
import { AllowOptions, Deployment, MeshKind } from '../../src';
import { connectionsOf } from '../../src/connectivity/connections';
import { departuresOf } from '../../src/connectivity/declaration/departures';
import { covers } from '../../src/network/requests';
import { Source } from '../../src/verify/input';

/** `web`, `report` and `batch` reach `cart`, which the kubelet asks how it is. */
function shop(limits: { readonly [client: string]: AllowOptions | undefined }, probe = '/healthz?full') {
  const app = newApp();
  const tenant = newTenant(app, 'shop', MeshKind.LINKERD);
  const cart = new Deployment(tenant, 'cart', { containers: [{ ...container(7070), liveness: kplus.Probe.fromHttpGet(probe, { port: 7070 }) }] });
  const clients = new Map(Object.keys(limits).map(id => [id, new Deployment(tenant, id, { containers: [container(8080)] })]));
  Object.entries(limits).forEach(([id, options]) => options && clients.get(id)!.allowTo(cart, options));
  let cluster: Cluster | undefined;
  const sends = (client: string, method: string, path: string) => {
    cluster ??= new Cluster(manifestsOf(app));
    return cluster.reaches(cluster.pod('shop', `Deployment/${client}`), cluster.pod('shop', 'Deployment/cart'), { port: 7070, protocol: 'TCP', request: { method, path } });
  };
  return { app, cart, clients, sends };
}

const ofLinkerd = (app: ReturnType<typeof newApp>) => manifestsOf(app).filter(({ apiVersion }) => apiVersion.startsWith('policy.linkerd.io/'))
  .map(({ kind, metadata }) => `${kind}/${metadata.name}`).sort();

test('a client is authorized on a route of its own, who may send everything on the Server, and the kubelet on what it asks for', () => {
  const { app, sends } = shop({ web: { methods: ['GET'], paths: ['/items/*'] }, report: {}, batch: undefined });
  const made = manifestsOf(app).filter(({ kind }) => kind === 'HTTPRoute');
  expect(made.map(({ metadata }) => metadata.name)).toEqual([expect.stringMatching(/^cart-7070-[\da-f]{8}$/), 'cart-7070-others', 'cart-7070-probes']);
  const parentRefs = [{ group: 'policy.linkerd.io', kind: 'Server', name: 'cart-7070' }];
  expect(made[0]).toMatchObject({ apiVersion: 'policy.linkerd.io/v1beta3', spec: { parentRefs, rules: [{ matches: [{ method: 'GET', path: { type: 'RegularExpression' } }] }] } });
  expect(made[1].spec).toEqual({ parentRefs, rules: [{ matches: [{}] }] });
  expect(made[2].spec.rules).toEqual([{ matches: [{ method: 'GET', path: { type: 'Exact', value: '/healthz' } }] }]);
  expect([sends('web', 'GET', '/items/1'), sends('web', 'PUT', '/items/1'), sends('web', 'GET', '/items'), sends('web', 'GET', '/')]).toEqual([true, false, false, false]);
  expect([sends('report', 'GET', '/items/1'), sends('report', 'PUT', '/items/1'), sends('report', 'GET', '/')]).toEqual([true, true, true]);
  expect([sends('batch', 'GET', '/items/1'), sends('web', 'GET', '/healthz')]).toEqual([false, true]);
});

test('once it may send everything, nothing is left of its routes', () => {
  const { app, cart, clients } = shop({ web: { paths: ['/items'] } });
  expect(ofLinkerd(app)).toHaveLength(1 + 3 + 1 + 3);
  cart.acceptFrom(clients.get('web')!);
  expect(ofLinkerd(app)).toEqual(['AuthorizationPolicy/cart-7070', 'MeshTLSAuthentication/cart-7070', 'Server/cart-7070']);
});

test('the graph shows them as they are declared, and nothing of the kubelet', () => {
  const { app } = shop({ web: { methods: ['GET', 'HEAD'] }, report: { paths: ['/items/*', '/a.b'] }, batch: { methods: ['GET'], paths: ['/items/*', '/c'] } });
  const { manifests } = new Source('app.yaml', Yaml.stringify(...manifestsOf(app)), true);
  expect(Object.fromEntries(connectionsOf(manifests, 'effective').edges.filter(({ destination }) => destination === 'shop/cart[Deployment]')
    .map(({ source, requests }) => [source, requests]))).toEqual({
    'shop/web[Deployment]': 'GET, HEAD', 'shop/report[Deployment]': '/a.b, /items/*', 'shop/batch[Deployment]': 'GET /c, GET /items/*',
  });
  expect(departuresOf(manifests)).toMatchObject({ departures: [], misshapen: [] });
});

test.each<[string, { readonly [client: string]: AllowOptions }, string | undefined, string]>([
  ['a path below another one', { web: { paths: ['/a/*'] }, report: { paths: ['/a/b'] } }, undefined, 'looks at one pattern alone where /a/* and /a/b are both meant'],
  ['one end within another', { web: { paths: ['*.css', '*a.css'] } }, undefined, 'where *.css and *a.css are both meant'],
  ['what the kubelet asks for', { web: { paths: ['/a/*'] } }, '/a/live', 'where /a/* and /a/live are both meant'],
  ['the shortest path, where others may send all', { web: { paths: ['/'] }, report: {} }, undefined, 'where / and every path are both meant'],
  ['the same of the kubelet', { web: { methods: ['GET'] } }, '/', 'where / and every path are both meant'],
  ['a part of a segment', { web: { paths: ['/item*'] } }, undefined, 'write /item/* in place of /item*'],
  ['a method that no route names', { web: { methods: ['PROPFIND'] } }, undefined, 'Linkerd cannot name the method PROPFIND'],
  ['more than a route holds', { web: { paths: Array.from({ length: 129 }, (_, index) => `/${index}`) } }, undefined, 'more than the 128'],
])('what Linkerd cannot tell apart is an error: %s', (_, limits, probe, message) => {
  expect(() => shop(limits, probe).app.synth()).toThrow('shop/cart is reached on 7070 for some methods or paths only, ');
  expect(() => shop(limits, probe).app.synth()).toThrow(message);
});

test('what is told apart is let through as it is declared, and the kubelet always; nothing that leads out of a path is below it', () => {
  const patterns = fc.subarray(['/a/*', '/b/*', '/c', '/a', '/'], { minLength: 1 });
  const limit = fc.option(fc.record({
    methods: fc.option(fc.subarray(['GET', 'POST'], { minLength: 1 }), { nil: undefined }), paths: fc.option(patterns, { nil: undefined }),
  }), { nil: undefined });
  const isMeant = (options: AllowOptions | undefined, method: string, path: string) => options !== undefined
    && (options.methods?.includes(method) ?? true) && (options.paths?.some(each => covers(each, path)) ?? true);
  let told = 0;
  fc.assert(fc.property(fc.record({ web: limit, report: limit, batch: limit }), fc.constantFrom('/live', '/c', '/'), (limits, probe) => {
    const { app, sends } = shop(limits, probe);
    try {
      app.synth();
    } catch (error) {
      expect((error as Error).message).toContain('/ and every path are both meant');
      return;
    }
    const isLimited = Object.values(limits).some(options => options?.methods !== undefined || options?.paths !== undefined);
    for (const client of Object.keys(limits) as (keyof typeof limits)[]) {
      for (const [method, path] of ['GET', 'POST', 'PUT'].flatMap(each => ['/', '/a', '/a/x', '/b', '/b/', '/c', '/d', '/live'].map(to => [each, to]))) {
        const isOpen = isMeant(limits[client], method, path) || isLimited && method === 'GET' && path === probe && limits[client] !== undefined;
        const said = [limits, probe, client, method, path];
        expect([...said, sends(client, method, path)]).toEqual([...said, isOpen]);
        told += Number(isLimited);
      }
      expect([sends(client, 'GET', '/a/../c'), sends(client, 'GET', '/a/%2e%2e/c'), sends(client, 'GET', '/a/..;/c')].includes(true))
        .toBe(isMeant(limits[client], 'GET', '/d'));
    }
  }), { numRuns: 30, seed: 7 });
  expect(told).toBeGreaterThan(500);
}, 120_000);
