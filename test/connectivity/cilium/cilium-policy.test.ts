import { linesInside, linesOf, namespace, workload } from '../manifests';

const cilium = (spec: object, kind = 'CiliumNetworkPolicy') => ({ apiVersion: 'cilium.io/v2', kind, metadata: { name: 'p', ...kind === 'CiliumNetworkPolicy' ? { namespace: 'shop' } : {} }, spec });
const PODS = [namespace('shop', { team: 'a' }), namespace('bank', { team: 'b' }), workload('web'), workload('cart'), workload('ledger', 'bank')];
const CART = { endpointSelector: { matchLabels: { app: 'cart' } } };
const [WEB, LEDGER] = ['shop/web[Deployment]', 'bank/ledger[Deployment]'];
const CONFIG = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'cilium-config', namespace: 'kube-system' }, data: { 'enable-wireguard': 'true' } };
const into = (spec: object, kind?: string) => linesInside([...PODS, cilium({ ...CART, ...spec }, kind)], 'network')
  .filter(line => line.includes('=> shop/cart')).map(line => line.replace(' => shop/cart[Deployment]', ''));
const ports = (port: string, more: object = {}, each: object = {}) => [{ ports: [{ port, protocol: 'TCP', ...each }], ...more }];

test.each<[string, object, string[]]>([
  ['nothing that is said isolates nothing', {}, [`${LEDGER} : All Connections`, `${WEB} : All Connections`]],
  ['an empty rule isolates', { ingress: [{}] }, []],
  ['pods of the own namespace, unless another is named', { ingress: [{ fromEndpoints: [{}] }] }, [`${WEB} : All Connections`]],
  ['pods by the name of their namespace', { ingress: [{ fromEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'bank', 'k8s:app': 'ledger' } }] }] }, [`${LEDGER} : All Connections`]],
  ['pods by a label of their namespace', { ingress: [{ fromEndpoints: [{ matchLabels: { 'k8s:io.cilium.k8s.namespace.labels.team': 'b' } }] }] }, [`${LEDGER} : All Connections`]],
  ['pods by service account', { ingress: [{ fromEndpoints: [{ matchLabels: { 'io.cilium.k8s.policy.serviceaccount': 'web' } }] }] }, [`${WEB} : All Connections`]],
  ['no pods', { ingress: [{ fromEndpoints: [] }] }, []],
  ['everybody in the cluster, on a port', { ingress: [{ fromEntities: ['cluster'], toPorts: ports('8080') }] }, [`${LEDGER} : TCP 8080`, `${WEB} : TCP 8080`]],
  ['ranges, named ports, every protocol', { ingress: [{ toPorts: [{ ports: [{ port: '80', endPort: 90, protocol: 'UDP' }, { port: 'http', protocol: 'TCP' }, { port: '53' }] }] }] },
    [`${LEDGER} : SCTP 53,TCP 53,8080,UDP 53,80-90`, `${WEB} : SCTP 53,TCP 53,8080,UDP 53,80-90`]],
  ['some requests', { ingress: [{ fromEndpoints: [{}], toPorts: ports('8080', { rules: { http: [{ method: 'GET', path: '/api/.*' }] } }) }] }, [`${WEB} : TCP 8080 (GET /api/.*)`]],
  ['what is denied, is denied', { ingress: [{ fromEntities: ['all'] }], ingressDeny: [{ fromEndpoints: [{ matchLabels: { app: 'web' } }] }] }, [`${LEDGER} : All Connections`]],
  ['a denial alone isolates', { ingressDeny: [{ fromEndpoints: [{ matchLabels: { app: 'web' } }] }] }, []],
  ['unless it says otherwise', { enableDefaultDeny: { ingress: false }, ingressDeny: [{ fromEndpoints: [{ matchLabels: { app: 'web' } }] }] }, [`${LEDGER} : All Connections`]],
])('%s', (_, spec, lines) => {
  expect(into(spec)).toEqual(lines);
});

test('a policy of the cluster is confined to no namespace', () => {
  expect(into({ ingress: [{ fromEndpoints: [{ matchLabels: { app: 'ledger' } }] }] }, 'CiliumClusterwideNetworkPolicy')).toEqual([`${LEDGER} : All Connections`]);
});

test('blocks and names outside of the cluster', () => {
  const egress = [{ toCIDRSet: [{ cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }] }, { toCIDR: ['192.168.1.1'] }, { toFQDNs: [{ matchName: 'api.example.com' }], toPorts: ports('443') }];
  expect(linesOf([namespace('shop'), workload('cart'), cilium({ ...CART, egress })], 'network').filter(line => line.startsWith('shop/cart'))).toEqual([
    '10.0.0.0-10.0.255.255[External] : All Connections', '10.2.0.0-10.255.255.255[External] : All Connections', '192.168.1.1-192.168.1.1[External] : All Connections',
    'api.example.com[External] : TCP 443',
  ].map(line => `shop/cart[Deployment] => ${line}`));
});

test('whether pods are heard on the way is not known, unless the configuration of Cilium encrypts', () => {
  const policy = cilium({ ...CART, ingress: [{ fromEndpoints: [{ matchLabels: { app: 'web' } }] }] });
  const edge = (...objects: object[]) => linesInside([...PODS, ...objects]).find(line => line.startsWith(`${WEB} => shop/cart`));
  expect([edge(), edge(policy), edge(policy, CONFIG)].map(line => /\[([^\]]*)\]$/.exec(line!)![1])).toEqual(['plain text', 'encryption not known', 'encrypted']);
});

test('who proves who he is shows, whether it encrypts or not; one rule of two, at one end of two, is enough', () => {
  const client = { matchLabels: { app: 'web' } };
  const authentication = { mode: 'required' };
  const ingress = [{ fromEndpoints: [client], toPorts: ports('8080') }, { fromEndpoints: [client], authentication, toPorts: ports('8080') }, { fromEndpoints: [client], toPorts: ports('9090') }];
  const edges = (...objects: object[]) => linesInside([...PODS, ...objects]).filter(line => line.startsWith(`${WEB} => shop/cart`)).map(line => line.replace(/.* : /, ''));
  expect(edges(cilium({ ...CART, ingress }))).toEqual(['TCP 8080 [authenticated, encryption not known]', 'TCP 9090 [encryption not known]']);
  const egress = [{ toEndpoints: [{}], authentication }];
  const ofWeb = { ...cilium({ endpointSelector: client, egress }), metadata: { name: 'web', namespace: 'shop' } };
  expect(edges(cilium({ ...CART, ingress }), ofWeb, CONFIG)).toEqual(['TCP 8080,9090 [authenticated, encrypted]']);
});
