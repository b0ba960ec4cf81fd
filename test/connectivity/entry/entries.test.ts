import { allow, AMBIENT, authorization, deny, linesOf, namespace, networkPolicy, service, STRICT, workload } from '../manifests';

const ANY = '0.0.0.0-255.255.255.255[External]';
const WEB = 'shop/web[Deployment]';
const object = (apiVersion: string, kind: string) => (name: string, spec: object, where = 'shop') => ({ apiVersion, kind, metadata: { name, namespace: where }, spec });
const ingress = object('networking.k8s.io/v1', 'Ingress');
const gateway = object('gateway.networking.k8s.io/v1', 'Gateway');
const httpRoute = object('gateway.networking.k8s.io/v1', 'HTTPRoute');
const HTTPS = { name: 'https', port: 443, protocol: 'HTTPS', hostname: 'shop.example.com' };
const istio = (...listeners: object[]) => gateway('public', { gatewayClassName: 'istio', listeners });
const route = (where = 'shop') => httpRoute('web', { parentRefs: [{ name: 'public', namespace: 'shop' }], rules: [{ matches: [{ path: { value: '/cart' } }], backendRefs: [{ name: 'web', port: 80, namespace: 'shop' }] }] }, where);
const about = (objects: object[], name: string) => linesOf(objects).filter(line => line.includes(name));

test('an Ingress: 443 where it has a certificate', () => {
  const spec = { tls: [{ hosts: ['a.example.com'] }], rules: ['a', 'b'].map(host => ({ host: `${host}.example.com`, http: { paths: [{ backend: { service: { name: 'web', port: { name: 'http' } } } }] } })) };
  expect(about([workload('web'), service('web'), ingress('web', spec)], '[Ingress]')).toEqual([
    `${ANY} => shop/web[Ingress] : TCP 443 (a.example.com) [encrypted]`, `${ANY} => shop/web[Ingress] : TCP 80 (b.example.com) [plain text]`,
    `shop/web[Ingress] => ${WEB} : TCP 8080 [plain text]`,
  ]);
});

test('a Service that a load balancer opens, as far as policies let those outside in', () => {
  const open = networkPolicy('open', { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 8080 }] }] });
  const lines = [`${ANY} => shop/web[Service] : TCP 80 [encryption not known]`];
  expect(about([workload('web'), service('web', undefined, 'LoadBalancer'), deny(), open], '[Service]')).toEqual([...lines, `shop/web[Service] => ${WEB} : TCP 8080 [encryption not known]`]);
  expect(about([workload('web'), service('web', undefined, 'LoadBalancer'), deny()], '[Service]')).toEqual(lines);
  expect(about([workload('web'), service('web', [{ port: 80, nodePort: 30080, targetPort: 'http' }], 'NodePort')], '=> shop/web[Service]')).toEqual([`${ANY} => shop/web[Service] : TCP 30080 [encryption not known]`]);
  expect(about([workload('web'), service('web')], '[Service]')).toEqual([]);
});

describe('a Gateway', () => {
  const base = [workload('web'), service('web'), istio(HTTPS), route()];

  test('stands before what its routes lead to, and says for which requests', () => {
    expect(about(base, '[Gateway]')).toEqual([
      `${ANY} => shop/public[Gateway] : TCP 443 (shop.example.com) [encrypted]`, `shop/public[Gateway] => ${WEB} : TCP 8080 (/cart/*) [plain text]`,
      `${WEB} => shop/public[Gateway] : TCP 443 (shop.example.com) [encrypted]`,
    ]);
  });

  test('reaches into the mesh by the tunnel, as the service account of its pods', () => {
    const closed = [AMBIENT, STRICT, deny(), ...base];
    const label = { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'public' } };
    const policies = [
      networkPolicy('gateway', { podSelector: label, policyTypes: ['Ingress', 'Egress'], ingress: [{ ports: [{ port: 443 }] }], egress: [{ to: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 15008 }] }] }),
      networkPolicy('web', { podSelector: { matchLabels: { app: 'web' } }, ingress: [{ from: [{ podSelector: label }], ports: [{ port: 15008 }] }] }),
    ];
    const rules = (account: string) => [{ from: [{ source: { principals: [`cluster.local/ns/shop/sa/${account}`] } }] }];
    const open = [`${ANY} => shop/public[Gateway] : TCP 443 (shop.example.com) [encrypted]`];
    expect(about(closed, '[Gateway]')).toEqual([]);
    expect(about([...closed, ...policies, authorization('web', { rules: rules('public-istio') })], '[Gateway]')).toEqual([`shop/public[Gateway] => ${WEB} : TCP 8080 (/cart/*) [encrypted]`]);
    // Without a selector it is for the pods of the gateway too, and nobody outside proves who they are.
    const selected = { selector: { matchLabels: { app: 'web' } } };
    expect(about([...closed, ...policies, authorization('web', { ...selected, rules: rules('public-istio') })], '[Gateway]'))
      .toEqual([...open, `shop/public[Gateway] => ${WEB} : TCP 8080 (/cart/*) [encrypted]`]);
    expect(about([...closed, ...policies, authorization('web', { ...selected, rules: rules('other') })], '[Gateway]')).toEqual(open);
  });

  test('an authorization of its own narrows who comes in', () => {
    const only = { targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'public' }], rules: [{ from: [{ source: { ipBlocks: ['203.0.113.0/24'] } }] }] };
    expect(about([...base, authorization('gateway', only)], '=> shop/public')).toEqual(['203.0.113.0-203.0.113.255[External] => shop/public[Gateway] : TCP 443 (shop.example.com) [encrypted]']);
  });

  test('takes routes of the namespaces that it lets, to Services that are granted', () => {
    const all = { ...HTTPS, allowedRoutes: { namespaces: { from: 'All' } } };
    const grant = object('gateway.networking.k8s.io/v1beta1', 'ReferenceGrant')('edge', { from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'edge' }], to: [{ kind: 'Service' }] });
    const leads = (...objects: object[]) => about([namespace('edge'), workload('web'), service('web'), route('edge'), ...objects], 'shop/public[Gateway] =>').length > 0;
    expect([leads(istio(HTTPS)), leads(istio(all)), leads(istio(HTTPS), grant), leads(istio(all), grant)]).toEqual([false, false, false, true]);
  });
});

test("Istio's own Gateway, and the VirtualServices that name it", () => {
  const servers = [{ port: { number: 443, protocol: 'HTTPS' }, hosts: ['shop.example.com'] }, { port: { number: 80, protocol: 'HTTP' }, hosts: ['*'], tls: { httpsRedirect: true } }];
  const lines = about([
    namespace('shop', { 'istio-injection': 'enabled' }), workload('web'), service('web'), ...allow('web', 'web'),
    object('networking.istio.io/v1', 'Gateway')('edge', { selector: { istio: 'ingressgateway' }, servers }),
    object('networking.istio.io/v1', 'VirtualService')('web', { gateways: ['edge'], hosts: ['shop.example.com'], http: [{ route: [{ destination: { host: 'web.shop.svc.cluster.local', port: { number: 80 } } }] }] }),
  ].filter(each => (each as any).kind !== 'NetworkPolicy'), '[Gateway]');
  expect(lines).toContain(`${ANY} => shop/edge[Gateway] : TCP 443 (shop.example.com) [encrypted]`);
  expect(lines).toContain(`shop/edge[Gateway] => ${WEB} : TCP 8080 (shop.example.com) [encrypted]`);
});
