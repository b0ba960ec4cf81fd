import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { manifestsOf, shop } from './apps';
import { MeshKind } from '../../src';
import { connectionsOf } from '../../src/connectivity/connections';
import { departuresOf } from '../../src/connectivity/declaration/departures';
import { httpRules } from '../../src/network/mesh/cilium-requests';
import { both, checkedRequests, covers } from '../../src/network/requests';
import { Source } from '../../src/verify/input';

test.each([['GET ', 'method'], ['*', 'method'], ['', 'method']])('"%s" is no method', method => {
  expect(() => checkedRequests('shop/web', { methods: [method] })).toThrow(`shop/web: "${method}" is not a method of HTTP`);
});

test.each(['a', '/a?b', '/*/b', '/{id}', '*', '/a b', ''])('"%s" is no path', path => {
  expect(() => checkedRequests('shop/web', { paths: [path] })).toThrow(`shop/web: "${path}" is not a path`);
});

test('an empty list is nothing that anybody means', () => {
  expect(() => checkedRequests('shop/web', { methods: [] })).toThrow('shop/web: methods is empty');
});

test('what two sides have in common', () => {
  expect(covers('/a/*', '/a/b')).toBe(true);
  expect(covers('/a/*', '/ab')).toBe(false);
  expect(covers('*.css', '/a.css')).toBe(true);
  expect(covers('*.css', '/a/*')).toBe(false);
  expect(both({ methods: ['GET', 'PUT'], paths: ['/a/*'] }, { methods: ['GET'], paths: ['/a/b', '/c'] })).toEqual({ methods: ['GET'], paths: ['/a/b'] });
  expect(both({ methods: ['GET'] }, { paths: ['/a'] })).toEqual({ methods: ['GET'], paths: ['/a'] });
  expect(both({ methods: ['GET'] }, { methods: ['PUT'] })).toBeUndefined();
});

test('Istio with sidecars lets a client send these requests alone', () => {
  const { app, web, cart } = shop(MeshKind.ISTIO_SIDECAR);
  web.allowTo(cart, { methods: ['GET', 'HEAD'], paths: ['/items/*'] });
  const [policy] = manifestsOf(app).filter(({ kind, metadata }) => kind === 'AuthorizationPolicy' && metadata.name === 'cart');
  expect(policy.spec.rules).toEqual([{
    from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }],
    to: [{ operation: { ports: ['7070'], methods: ['GET', 'HEAD'], paths: ['/items/*'] } }],
  }]);
});

test('so does Cilium, whose rule is for the server alone, until the client is told that it may send everything', () => {
  const { app, web, cart } = shop(MeshKind.CILIUM);
  web.allowTo(cart, { methods: ['GET', 'HEAD'], paths: ['/items/*'] });
  const [ofWeb, ofCart] = ['web', 'cart'].map(name => () =>
    manifestsOf(app).find(({ kind, metadata }) => kind === 'CiliumNetworkPolicy' && metadata.name === name).spec);
  expect(ofCart().ingress[0].toPorts).toEqual([{ ports: [{ port: '7070', protocol: 'TCP' }], rules: { http: [{ method: '^(GET|HEAD)$', path: '^/items/.*$' }] } }]);
  expect(ofWeb().egress[0].toPorts).toEqual([{ ports: [{ port: '7070', protocol: 'TCP' }] }]);
  cart.acceptFrom(web);
  expect(ofCart().ingress).toHaveLength(1);
  expect(ofCart().ingress[0].toPorts).toEqual([{ ports: [{ port: '7070', protocol: 'TCP' }] }]);
});

test.each([MeshKind.ISTIO_SIDECAR, MeshKind.CILIUM])('in %s the graph shows them as they are declared', mesh => {
  const { app, web, cart } = shop(mesh);
  web.allowTo(cart, { methods: ['GET', 'HEAD'], paths: ['/items/*', '/a.b', '*.css'] });
  web.allowTo(cart, { methods: ['POST'] });
  web.allowTo(cart, { paths: ['/+'] });
  const { manifests } = new Source('app.yaml', Yaml.stringify(...manifestsOf(app)), true);
  expect(departuresOf(manifests)).toMatchObject({ departures: [], misshapen: [] });
  const [{ requests }] = connectionsOf(manifests, 'effective').edges.filter(({ source }) => source === 'shop/web[Deployment]');
  expect(requests).toBe(mesh === MeshKind.CILIUM ? '/+, GET,HEAD *.css, GET,HEAD /a.b, GET,HEAD /items/*, POST' : '/+, GET,HEAD *.css,/a.b,/items/*, POST');
});

test('its patterns match the paths that are meant, whatever the query, and no others', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '+', '(', '$'), maxLength: 4 });
  const pattern = fc.oneof(text.map(rest => `/${rest}`), text.map(rest => `/${rest}*`), fc.string({ unit: fc.constantFrom('a', '.', '+', '/'), minLength: 1, maxLength: 2 }).map(rest => `*${rest}`));
  let matched = 0;
  fc.assert(fc.property(pattern, text, fc.constantFrom('', '?', '?a=/b.a'), (allowed, rest, query) => {
    const [{ path }] = httpRules([{ paths: [allowed] }]);
    const isMeant = covers(allowed, `/${rest}`);
    matched += Number(isMeant);
    expect([allowed, rest, new RegExp(path!).test(`/${rest}${query}`)]).toEqual([allowed, rest, isMeant || allowed.endsWith('*') && covers(allowed, `/${rest}${query}`)]);
  }), { numRuns: 3000 });
  expect(matched).toBeGreaterThan(100);
  expect(httpRules([{ methods: ['GET'] }, { methods: ['A.B'], paths: ['/x', '*.y'] }])).toEqual([
    { method: '^GET$' }, { method: '^A\\.B$', path: '^/x(\\?.*)?$' }, { method: '^A\\.B$', path: '^[^?]*\\.y(\\?.*)?$' },
  ]);
});

test('without a mesh it is an error, rather than every request', () => {
  const { app, web, cart } = shop();
  web.allowTo(cart, { methods: ['GET'] });
  expect(() => app.synth()).toThrow('shop/web is allowed to shop/cart for some methods or paths only, which');
});
