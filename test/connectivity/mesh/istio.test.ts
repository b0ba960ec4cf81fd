import { allow, AMBIENT, authorization, deny, linesInside, linesOf, namespace, peerAuthentication, SIDECAR, STRICT, workload } from '../manifests';

const WEB = 'shop/web[Deployment]';
const CART = 'shop/cart[Deployment]';
const PAIR = [workload('web'), workload('cart')];
const TUNNEL = [deny(), ...allow('web', 'cart', 15008)];
const principal = (account: string, where = 'shop') => `cluster.local/ns/${where}/sa/${account}`;
const isCart = { selector: { matchLabels: { app: 'cart' } } };

describe('ambient', () => {
  test('network policies open the tunnel, and the authorization says on which port', () => {
    const rules = [{ from: [{ source: { principals: [principal('web')] } }], to: [{ operation: { ports: ['7070', '7071'] } }] }];
    expect(linesInside([AMBIENT, ...PAIR, ...TUNNEL, authorization('cart', { ...isCart, rules })])).toEqual([`${WEB} => ${CART} : TCP 7070-7071 [encrypted]`]);
  });

  test('where the authorization lets all ports through, they are those that containers name', () => {
    expect(linesInside([AMBIENT, ...PAIR, ...TUNNEL])).toEqual([`${WEB} => ${CART} : TCP 8080 [encrypted]`]);
  });

  test('the port alone opens nothing, for it is in the tunnel', () => {
    expect(linesInside([AMBIENT, ...PAIR, deny(), ...allow('web', 'cart', 8080)])).toEqual([]);
  });

  test('who is not authorized is not let in, whatever network policies say', () => {
    const rules = [{ from: [{ source: { principals: [principal('web')] } }] }];
    expect(linesInside([AMBIENT, ...PAIR, workload('cron'), authorization('all', { rules })]).filter(line => line.startsWith('shop/cron'))
      .filter(line => line.includes('TCP'))).toEqual([]);
  });

  test('a pod outside of the mesh is let in where plain text is taken, and says nothing of who it is', () => {
    const stranger = [namespace('old'), workload('web', 'old'), AMBIENT, workload('cart')];
    const toCart = (...more: object[]) => linesInside([...stranger, ...more]).filter(line => line.includes(`=> ${CART}`));
    expect(toCart(peerAuthentication('p', { mtls: { mode: 'PERMISSIVE' } }))).toEqual([`old/web[Deployment] => ${CART} : All Connections [plain text]`]);
    expect(toCart(STRICT)).toEqual([`old/web[Deployment] => ${CART} : SCTP 1-65535,UDP 1-65535 [plain text]`]);
    expect(toCart(authorization('a', { rules: [{ from: [{ source: { principals: ['*'] } }] }] }))).toEqual(toCart(STRICT));
    expect(toCart(authorization('a', { rules: [{ from: [{ source: { notPrincipals: ['*'] } }], to: [{ operation: { ports: ['8080'] } }] }] })))
      .toEqual([expect.stringContaining(': SCTP 1-65535,TCP 8080,UDP 1-65535 [plain text]')]);
  });

  test('pods that opt out, or are on the network of their node, are not in it', () => {
    for (const out of [workload('cart', 'shop', { labels: { 'istio.io/dataplane-mode': 'none' } }), workload('cart', 'shop', { spec: { hostNetwork: true } })]) {
      expect(linesInside([AMBIENT, workload('web'), out, deny(), ...allow('web', 'cart', 8080)])).toEqual([`${WEB} => ${CART} : TCP 8080 [plain text]`]);
    }
  });

  test('a proxy that does not look into requests allows nothing that depends on them, and denies all of it', () => {
    const GET = [{ to: [{ operation: { methods: ['GET'], ports: ['8080'] } }] }];
    expect(linesInside([AMBIENT, ...PAIR, ...TUNNEL, authorization('cart', { ...isCart, rules: GET })])).toEqual([]);
    expect(linesInside([AMBIENT, ...PAIR, ...TUNNEL, authorization('ports', { ...isCart, rules: [{ to: [{ operation: { ports: ['8080', '9090'] } }] }] }),
      authorization('cart', { ...isCart, action: 'DENY', rules: GET })])).toEqual([`${WEB} => ${CART} : TCP 9090 [encrypted]`]);
  });
});

describe('with sidecars', () => {
  const OPEN = [deny(), ...allow('web', 'cart', 8080)];
  const line = (flow: string) => [`${WEB} => ${CART} : ${flow}`];
  const of = (rules: object[], more: object = {}) => linesInside([SIDECAR, ...PAIR, ...OPEN, authorization('cart', { ...isCart, rules, ...more })]);
  const toGet = (more: object = {}) => [{ to: [{ operation: { methods: ['GET'], paths: ['/api/*'], ...more } }] }];

  test('every port is its own, and requests are said', () => {
    expect(linesInside([SIDECAR, ...PAIR, ...OPEN])).toEqual(line('TCP 8080 [encrypted]'));
    expect(of(toGet())).toEqual(line('TCP 8080 (GET /api/*) [encrypted]'));
    expect(of(toGet({ ports: ['9090'] }))).toEqual([]);
    expect(of([...toGet(), {}])).toEqual(line('TCP 8080 [encrypted]'));
  });

  test('what is denied counts first, and part of it leaves the rest', () => {
    expect(of([{}], { action: 'DENY' })).toEqual([]);
    expect(of([{ to: [{ operation: { notPorts: ['8080'] } }] }], { action: 'DENY' })).toEqual(line('TCP 8080 [encrypted]'));
    expect(of(toGet(), { action: 'DENY' })).toEqual(line('TCP 8080 (but not GET /api/*) [encrypted]'));
  });

  test('what only shows when somebody asks does not narrow, and is said', () => {
    expect(of([{ when: [{ key: 'request.headers[x]', values: ['1'] }] }])).toEqual(line('TCP 8080 (when request.headers[x] is 1) [encrypted]'));
    expect(of([{}], { action: 'CUSTOM', provider: { name: 'opa' } })).toEqual(line('TCP 8080 (if opa agrees) [encrypted]'));
    expect(of([{ from: [{ source: { requestPrincipals: ['*'] } }] }])).toEqual(line('TCP 8080 (with a token) [encrypted]'));
  });

  test('conditions that say what a source says count as one', () => {
    expect(of([{ when: [{ key: 'source.namespace', values: ['shop'] }] }])).toEqual(line('TCP 8080 [encrypted]'));
    expect(of([{ when: [{ key: 'source.namespace', notValues: ['shop'] }] }])).toEqual([]);
    expect(of([{ when: [{ key: 'destination.port', values: ['80'] }] }])).toEqual([]);
  });

  test.each([
    [{ principals: [principal('web')] }, true], [{ principals: ['td.example/ns/shop/sa/web'] }, true], [{ principals: ['*/sa/web'] }, true], [{ principals: [principal('cart')] }, false],
    [{ notPrincipals: [principal('web')] }, false], [{ namespaces: ['sh*'] }, true], [{ namespaces: ['bank'] }, false], [{ notNamespaces: ['shop'] }, false],
    [{ serviceAccounts: ['web'] }, true], [{ serviceAccounts: ['shop/web'] }, true], [{ serviceAccounts: ['bank/web'] }, false], [{ notServiceAccounts: ['web'] }, false],
    [{ principals: ['*'], namespaces: ['bank'] }, false], [{ ipBlocks: ['10.0.0.0/8'] }, false], [{ notIpBlocks: ['10.0.0.0/8'] }, true],
  ])('all fields of a source must fit: %j', (source, open) => {
    expect(of([{ from: [{ source }] }])).toEqual(open ? line('TCP 8080 [encrypted]') : []);
  });

  test('a policy of the root namespace is for all, one of another is for none', () => {
    expect(linesInside([SIDECAR, ...PAIR, ...OPEN, authorization('none', {}, 'istio-system')])).toEqual([]);
    expect(linesInside([SIDECAR, ...PAIR, ...OPEN, authorization('none', {}, 'bank')])).toEqual(line('TCP 8080 [encrypted]'));
  });

  test('a port that takes no mutual TLS is in plain text, and proves nothing', () => {
    const off = peerAuthentication('cart', { ...isCart, mtls: { mode: 'STRICT' }, portLevelMtls: { 8080: { mode: 'DISABLE' } } });
    expect(linesInside([SIDECAR, ...PAIR, ...OPEN, off])).toEqual(line('TCP 8080 [plain text]'));
    expect(linesInside([SIDECAR, ...PAIR, ...OPEN, off, authorization('a', { rules: [{ from: [{ source: { namespaces: ['shop'] } }] }] })])).toEqual([]);
  });

  test('those outside come in where plain text is taken, from the addresses that are let in', () => {
    const cart = [SIDECAR, workload('cart'), deny(), ...allow('web', 'cart', 8080)];
    const from = { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 8080 }] }] };
    const policy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'out', namespace: 'shop' }, spec: from };
    expect(linesOf([...cart, policy])).toEqual([`10.0.0.0-10.255.255.255[External] => ${CART} : TCP 8080 [encryption not known]`]);
    expect(linesOf([...cart, policy, STRICT])).toEqual([]);
    expect(linesOf([...cart, policy, authorization('a', { rules: [{ from: [{ source: { ipBlocks: ['10.1.0.0/16'] } }] }] })]))
      .toEqual([`10.1.0.0-10.1.255.255[External] => ${CART} : TCP 8080 [encryption not known]`]);
  });
});

test('the nearest PeerAuthentication that says something counts', () => {
  const open = (...policies: object[]) => linesInside([namespace('old'), workload('web', 'old'), SIDECAR, workload('cart'), ...policies])
    .some(line => line.includes(`=> ${CART} : All`));
  const mesh = peerAuthentication('mesh', { mtls: { mode: 'STRICT' } }, 'istio-system');
  const own = (mode: string) => peerAuthentication('cart', { ...isCart, mtls: { mode } });
  expect([open(), open(mesh), open(mesh, peerAuthentication('ns', { mtls: { mode: 'PERMISSIVE' } })), open(mesh, own('UNSET')), open(STRICT, own('PERMISSIVE'))])
    .toEqual([true, false, true, false, true]);
});
