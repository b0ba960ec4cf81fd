import { allow, AMBIENT, authorization, deny, linesInside, namespace, networkPolicy, service, workload } from '../manifests';

const WEB = 'shop/web[Deployment]';
const CART = 'shop/cart[Deployment]';
const principal = (account: string) => [{ source: { principals: [`cluster.local/ns/shop/sa/${account}`] } }];
const labelled = <Labelled extends { metadata: object }>(object: Labelled, labels: object) =>
  ({ ...object, metadata: { ...object.metadata, labels } });

const gateway = (labels: object = {}, where = 'shop', from: object = {}) => labelled({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'Gateway',
  metadata: { name: 'waypoint', namespace: where },
  spec: { gatewayClassName: 'istio-waypoint', listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE', ...from }] },
}, labels);
const USED = { 'istio.io/use-waypoint': 'waypoint' };
const cart = service('cart');

/** Lets the pods of the waypoint through, as `allow` does others. */
const [isWaypoint, isWeb] = [{ 'gateway.networking.k8s.io/gateway-name': 'waypoint' }, { app: 'web' }].map(matchLabels => ({ podSelector: { matchLabels } }));
const WAYPOINT = [
  networkPolicy('waypoint', {
    ...isWaypoint,
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [isWeb], ports: [{ port: 15008 }] }],
    egress: [{ ports: [{ port: 15008 }] }],
  }),
  networkPolicy('from-waypoint', { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [isWaypoint] }] }),
];
const toWaypoint = networkPolicy('to-waypoint', { ...isWeb, policyTypes: ['Egress'], egress: [{ to: [isWaypoint] }] });
const PAIR = [AMBIENT, workload('web'), workload('cart'), deny(), ...WAYPOINT];

/** At the pods, the waypoint alone is let in. */
const ofWaypoint = authorization('cart', { selector: { matchLabels: { app: 'cart' } }, rules: [{ from: principal('waypoint') }] });
const gets = (targetRefs: object[], where = 'shop') =>
  authorization('gets', { targetRefs, rules: [{ from: principal('web'), to: [{ operation: { methods: ['GET'], ports: ['80', '8080'] } }] }] }, where);
const ofService = gets([{ group: '', kind: 'Service', name: 'cart' }]);

test('what is sent to a Service is let through by its waypoint and by the pods together', () => {
  expect(linesInside([...PAIR, toWaypoint, gateway(), labelled(cart, USED), ofWaypoint, ofService])).toEqual([`${WEB} => ${CART} : TCP 8080 (GET) [encrypted]`]);
  expect(linesInside([...PAIR, toWaypoint, gateway(), labelled(cart, USED), ofWaypoint])).toEqual([`${WEB} => ${CART} : TCP 8080 [encrypted]`]);
});

test('the waypoint sees the port of the Service', () => {
  const on = (port: string) => authorization('gets', { targetRefs: [{ kind: 'Service', name: 'cart' }], rules: [{ to: [{ operation: { ports: [port] } }] }] });
  expect(linesInside([...PAIR, toWaypoint, gateway(), labelled(cart, USED), ofWaypoint, on('80')])).toHaveLength(1);
  expect(linesInside([...PAIR, toWaypoint, gateway(), labelled(cart, USED), ofWaypoint, on('8080')])).toEqual([]);
});

test.each<[string, object[]]>([
  ['nothing names the waypoint', [toWaypoint, gateway(), cart, ofWaypoint, ofService]],
  ['the Service refuses that of its namespace', [toWaypoint, gateway(), labelled(cart, { 'istio.io/use-waypoint': 'none' }), namespace('shop', { ...AMBIENT.metadata.labels, ...USED }), ofWaypoint]],
  ['there is none of that name', [toWaypoint, labelled(cart, USED), ofWaypoint]],
  ['it takes what is sent to pods', [toWaypoint, gateway({ 'istio.io/waypoint-for': 'workload' }), labelled(cart, USED), ofWaypoint]],
  ['the Service has no address', [toWaypoint, gateway(), { ...labelled(cart, USED), spec: { ...cart.spec, clusterIP: 'None' } }, ofWaypoint]],
  ['network policies keep the client from it', [gateway(), labelled(cart, USED), ofWaypoint]],
  ['it lets nobody through', [toWaypoint, gateway(), labelled(cart, USED), ofWaypoint, authorization('none', { targetRefs: [{ kind: 'Gateway', name: 'waypoint' }] })]],
  ['the pods do not let it in', [toWaypoint, gateway(), labelled(cart, USED), authorization('none', {}), ofService]],
])('nothing comes through where %s', (_why, objects) => {
  expect(linesInside([...PAIR, ...objects])).toEqual([]);
});

test('policies may be about the waypoint, or about all of them', () => {
  for (const policy of [gets([{ kind: 'Gateway', name: 'waypoint' }]), gets([{ kind: 'GatewayClass', name: 'istio-waypoint' }], 'istio-system')]) {
    expect(linesInside([...PAIR, toWaypoint, gateway(), labelled(cart, USED), ofWaypoint, policy])).toEqual([`${WEB} => ${CART} : TCP 8080 (GET) [encrypted]`]);
  }
});

test('a namespace may name the waypoint for its Services', () => {
  const objects = [workload('web'), workload('cart'), deny(), ...WAYPOINT, toWaypoint, gateway(), cart, ofWaypoint, ofService];
  expect(linesInside([namespace('shop', { ...AMBIENT.metadata.labels, ...USED }), ...objects])).toEqual([`${WEB} => ${CART} : TCP 8080 (GET) [encrypted]`]);
});

test('a waypoint of another namespace must take what is in this one', () => {
  const elsewhere = { ...USED, 'istio.io/use-waypoint-namespace': 'edge' };
  const open = (from: string) => linesInside([AMBIENT, workload('web'), workload('cart'), labelled(cart, elsewhere), gateway({}, 'edge', { allowedRoutes: { namespaces: { from } } }),
    authorization('cart', { selector: { matchLabels: { app: 'cart' } }, rules: [{ from: [{ source: { namespaces: ['edge'] } }] }] })]).filter(line => line.includes(`=> ${CART}`) && line.includes('TCP'));
  expect(open('Same')).toEqual([]);
  expect(open('All')).toEqual([`${WEB} => ${CART} : TCP 8080 [encrypted]`]);
});

test('in a cluster that runs, the Deployment that was made for it is the Gateway, and is not drawn either', () => {
  const pods = workload('waypoint', 'shop', { labels: { 'gateway.networking.k8s.io/gateway-name': 'waypoint', 'istio.io/dataplane-mode': 'none' } });
  const made = { ...pods, metadata: { ...pods.metadata, ownerReferences: [{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', name: 'waypoint' }] } };
  expect(linesInside([...PAIR, made, toWaypoint, gateway(), labelled(cart, USED), ofWaypoint, ofService])).toEqual([`${WEB} => ${CART} : TCP 8080 (GET) [encrypted]`]);
});

describe('who may send to pods themselves', () => {
  const both = [...PAIR, toWaypoint, ...allow('web', 'cart', 15008)];

  test('passes a waypoint for Services', () => {
    expect(linesInside([...both, gateway(), labelled(cart, USED), ofService])).toEqual([`${WEB} => ${CART} : TCP 8080 [encrypted]`]);
  });

  test('goes through one for pods, but on the ports of Services without one', () => {
    const pods = workload('cart', 'shop', { labels: USED });
    const behind = [AMBIENT, workload('web'), pods, deny(), ...WAYPOINT, toWaypoint, ...allow('web', 'cart', 15008), gateway({ 'istio.io/waypoint-for': 'all' }),
      gets([{ kind: 'Gateway', name: 'waypoint' }])];
    expect(linesInside(behind)).toEqual([`${WEB} => ${CART} : TCP 8080 (GET) [encrypted]`]);
    expect(linesInside([...behind, cart])).toEqual([`${WEB} => ${CART} : TCP 8080 [encrypted]`]);
    expect(linesInside([...behind, labelled(cart, USED)])).toEqual([`${WEB} => ${CART} : TCP 8080 (GET) [encrypted]`]);
  });

  test('and a client with a sidecar knows of none', () => {
    const sidecar = workload('web', 'shop', { labels: { 'sidecar.istio.io/inject': 'true' } });
    expect(linesInside([AMBIENT, sidecar, workload('cart'), deny(), ...WAYPOINT, toWaypoint, gateway(), labelled(cart, USED), ofWaypoint])).toEqual([]);
  });
});
