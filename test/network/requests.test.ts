import { manifestsOf, shop } from './apps';
import { MeshKind } from '../../src';
import { both, checkedRequests, covers } from '../../src/network/requests';

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

test.each([MeshKind.NONE, MeshKind.LINKERD])('in %s it is an error, rather than every request', mesh => {
  const { app, web, cart } = shop(mesh);
  web.allowTo(cart, { methods: ['GET'] });
  expect(() => app.synth()).toThrow('shop/web is allowed to shop/cart for some methods or paths only, which');
});
