import { allow, deny, linesInside, linesOf, namespace, networkPolicy, workload } from '../manifests';

const linkerd = (policy?: string) => namespace('shop', {}, { 'linkerd.io/inject': 'enabled', ...policy === undefined ? {} : { 'config.linkerd.io/default-inbound-policy': policy } });
const PAIR = [workload('web'), workload('cart')];
const TUNNEL = [deny(), ...allow('web', 'cart', 4143)];
const object = (kind: string, version: string) => (name: string, spec: object) => ({ apiVersion: `policy.linkerd.io/${version}`, kind, metadata: { name, namespace: 'shop' }, spec });
const server = object('Server', 'v1beta3');
const authorization = object('AuthorizationPolicy', 'v1alpha1');
const identities = object('MeshTLSAuthentication', 'v1alpha1');
const networks = object('NetworkAuthentication', 'v1alpha1');
const SERVER = server('cart', { podSelector: { matchLabels: { app: 'cart' } }, port: 8080 });
const to = (kind: string, ...authentications: [kind: string, name: string][]) => authorization('cart', {
  targetRef: { kind, name: kind === 'Namespace' ? 'shop' : 'cart' }, requiredAuthenticationRefs: authentications.map(([of, name]) => ({ kind: of, name })),
});
const EDGE = 'shop/web[Deployment] => shop/cart[Deployment] : TCP 8080 [encrypted]';
const web = identities('web', { identityRefs: [{ kind: 'ServiceAccount', name: 'web' }] });

test.each([
  ['deny', []], ['all-unauthenticated', [EDGE]], ['all-authenticated', [EDGE]], [undefined, [EDGE]],
])('where no Server stands, the policy of the namespace counts: %s', (policy, lines) => {
  expect(linesInside([linkerd(policy), ...PAIR, ...TUNNEL])).toEqual(lines);
});

test('network policies must open the port of the proxy', () => {
  expect(linesInside([linkerd(), ...PAIR, deny(), ...allow('web', 'cart', 8080)])).toEqual([]);
});

test.each<[string, object[], boolean]>([
  ['nobody', [], false],
  ['a service account', [to('Server', ['MeshTLSAuthentication', 'web']), web], true],
  ['another service account', [to('Server', ['MeshTLSAuthentication', 'web']), identities('web', { identityRefs: [{ kind: 'ServiceAccount', name: 'cart' }] })], false],
  ['a namespace', [to('Server', ['MeshTLSAuthentication', 'web']), identities('web', { identityRefs: [{ kind: 'Namespace', name: 'shop' }] })], true],
  ['an identity', [to('Server', ['MeshTLSAuthentication', 'web']), identities('web', { identities: ['web.shop.serviceaccount.identity.linkerd.cluster.local'] })], true],
  ['any identity', [to('Server', ['MeshTLSAuthentication', 'web']), identities('web', { identities: ['*'] })], true],
  ['all must fit', [to('Server', ['MeshTLSAuthentication', 'web'], ['NetworkAuthentication', 'net']), web, networks('net', { networks: [{ cidr: '10.0.0.0/8' }] })], false],
  ['everything in the namespace', [to('Namespace', ['ServiceAccount', 'web'])], true],
  ['an authentication that is not there', [to('Server', ['MeshTLSAuthentication', 'gone'])], false],
])('a Server lets in whom an AuthorizationPolicy names: %s', (_, objects, open) => {
  expect(linesInside([linkerd('all-authenticated'), ...PAIR, ...TUNNEL, SERVER, ...objects]).includes(EDGE)).toBe(open);
});

test('a route says which requests', () => {
  const route = object('HTTPRoute', 'v1beta3')('cart', { parentRefs: [{ kind: 'Server', name: 'cart' }], rules: [{ matches: [{ method: 'GET', path: { value: '/api' } }] }] });
  expect(linesInside([linkerd('deny'), ...PAIR, ...TUNNEL, SERVER, web, route, to('HTTPRoute', ['MeshTLSAuthentication', 'web'])]))
    .toEqual(['shop/web[Deployment] => shop/cart[Deployment] : TCP 8080 (GET /api/*) [encrypted]']);
});

test('those outside are let in by their addresses, in plain text', () => {
  const open = networkPolicy('open', { podSelector: { matchLabels: { app: 'cart' } }, ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: 8080 }] }] });
  const net = networks('net', { networks: [{ cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }] });
  expect(linesOf([linkerd('deny'), workload('cart'), deny(), open, SERVER, to('Server', ['NetworkAuthentication', 'net']), net])).toEqual([
    '10.0.0.0-10.0.255.255[External] => shop/cart[Deployment] : TCP 8080 [encryption not known]',
    '10.2.0.0-10.255.255.255[External] => shop/cart[Deployment] : TCP 8080 [encryption not known]',
  ]);
});
