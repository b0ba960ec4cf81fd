import * as kplus from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import { CERTIFICATE, JWT, newDeployment, newShop, problems, SIGNED_IN, synthesized } from './apps';
import { Authentication, DaemonSet, Deployment, Gateway, Issuer, MeshKind, RouteProtocol, ServerCertificate, StatefulSet, Tenant } from '../../src';
import { covers } from '../../src/gateway/host';
import { isBefore } from '../../src/gateway/path';
import { container, newApp, newTenant } from '../network/apps';

describe('what is exposed', () => {
  test('a Service that is there leads to the port', () => {
    const { app, web } = newShop();
    web.exposeViaService({ name: 'frontend', ports: [{ port: 80, targetPort: 8080 }] });
    web.expose('shop.example.com', { certificate: CERTIFICATE });
    const { find, ofGroup } = synthesized(app);
    expect(find('HTTPRoute', 'web-shop-example-com').spec.rules[0].backendRefs).toEqual([{ name: 'frontend', port: 80 }]);
    expect(ofGroup('v1').filter(name => name.startsWith('Service/'))).toEqual(['Service/frontend']);
  });

  test('a StatefulSet has a Service, and a DaemonSet gets one', () => {
    const { app, tenant } = newShop();
    new StatefulSet(tenant, 'store', { containers: [container(7070)] }).expose('store.example.com', { certificate: CERTIFICATE });
    const agent = new DaemonSet(tenant, 'agent', { containers: [container(6060)] });
    agent.expose('agent.example.com', { certificate: CERTIFICATE });
    agent.expose('agents.example.com', { certificate: CERTIFICATE });
    const { find } = synthesized(app);
    expect(find('HTTPRoute', 'store-store-example-com').spec.rules[0].backendRefs).toEqual([{ name: find('StatefulSet', 'store').spec.serviceName, port: 7070 }]);
    expect(find('HTTPRoute', 'agent-agents-example-com').spec.rules[0].backendRefs).toEqual([{ name: 'agent', port: 6060 }]);
    expect(find('Service', 'agent').spec.selector).toEqual(find('DaemonSet', 'agent').spec.selector.matchLabels);
  });

  test('gRPC has routes of its own', () => {
    const { app, api } = newShop();
    api.expose('api.example.com', { certificate: CERTIFICATE, protocol: RouteProtocol.GRPC, paths: ['/shop.Cart', '/shop.Catalog'] });
    const { find } = synthesized(app);
    expect(find('GRPCRoute', 'api-api-example-com-shop-cart').spec).toMatchObject({
      hostnames: ['api.example.com'],
      rules: [{ matches: [{ method: { service: 'shop.Cart' } }, { method: { service: 'shop.Catalog' } }], backendRefs: [{ name: 'api', port: 9090 }] }],
    });
    expect(find('Service', 'api').spec.ports[0].name).toBe('grpc');
  });

  test('a workload of cdk8s-plus is refused nothing it needs: one Gateway serves all of a tenant', () => {
    const { web, api, tenant } = newShop();
    const edge = new Gateway(tenant, 'edge', { certificate: CERTIFICATE });
    expect(web.expose('shop.example.com')).toBe(edge);
    expect(api.expose('shop.example.com', { paths: ['/api'] })).toBe(edge);
  });
});

describe('refused at once', () => {
  const { web, api, tenant } = newShop();
  web.expose('shop.example.com', { certificate: CERTIFICATE, paths: ['/', '/cart'] });

  test.each(['', 'shop', 'Shop.example.com', 'shop.example.com:443', 'https://shop.example.com', '10.0.0.1', 'a..b', '*', 'shop.*.com', '-a.com', 'a_b.com', `${'a'.repeat(64)}.com`])(
    'the host "%s"', host => {
      if (host === 'shop') {
        expect(() => api.expose(host, { certificate: CERTIFICATE })).not.toThrow();
      } else {
        expect(() => api.expose(host)).toThrow(`shop/api: "${host}" is not a host: give a name such as shop.example.com`);
      }
    });

  test.each(['', 'cart', '/cart/', '//', '/a/../b', '/a%2fb', '/a*', '/a b', '/a?b', '/.'])('the path "%s"', path => {
    expect(() => api.expose('api.example.com', { paths: [path] })).toThrow(`shop/api: "${path}" is not the beginning of a path: give one such as / or /api/v1`);
  });

  test('the same requests for two workloads, naming both', () => {
    expect(() => api.expose('shop.example.com', { paths: ['/api', '/cart'] }))
      .toThrow('shop/api: shop.example.com/cart leads to shop/web already: give one of the two another host or other paths');
    expect(() => api.expose('shop.example.com', { paths: ['/rpc'], protocol: RouteProtocol.GRPC }))
      .toThrow('shop/api: shop.example.com speaks HTTP to shop/web, and a host speaks one protocol: give one of the two another host');
  });

  test('a port that is not served, or not named among several', () => {
    const many = new Deployment(tenant, 'many', { containers: [container(1), container(2)].map((each, index) => ({ ...each, name: `c${index}` })) });
    expect(() => web.expose('a.example.com', { port: 1 })).toThrow('shop/web: 1 is exposed, which it does not serve: it serves 8080/TCP');
    expect(() => many.expose('a.example.com')).toThrow('shop/many: it is not said which port is exposed: it serves 1/TCP, 2/TCP');
    expect(() => newDeployment(tenant, 'none').expose('a.example.com')).toThrow('shop/none: it serves no TCP port that could be exposed: give a container a portNumber');
  });

  test('a Service that leads elsewhere', () => {
    const service = new kplus.Service(tenant, 'other', { ports: [{ port: 80, targetPort: 81 }] });
    expect(() => web.expose('b.example.com', { service })).toThrow('shop/web: no port of its Service shop/other leads to 8080: give it one, or name another Service');
  });

  test('authentication that asks for nothing', () => {
    expect(() => Authentication.jwt({ ...SIGNED_IN, audiences: [] })).toThrow('is for nobody: name the audience');
    expect(() => Authentication.jwt({ ...SIGNED_IN, jwksUri: 'http://id.example.com' })).toThrow('jwksUri "http://id.example.com" is not an address that can be trusted');
    expect(() => Authentication.jwt({ ...SIGNED_IN, claims: { groups: [] } })).toThrow('claim "groups" asks for nothing');
  });

  test('outside of a tenant, and where the class is not known', () => {
    const alone = new Deployment(newTenant(newApp(), 'linked', MeshKind.LINKERD), 'web', { containers: [container(8080)] });
    expect(() => alone.expose('a.example.com')).toThrow(
      'linked/gateway: the class of gateways in the cluster is not known: give the Platform of its Tenant gatewayClass, or the Gateway className');
    expect(() => new Gateway(newApp(), 'edge')).toThrow('edge: a Gateway belongs to a Tenant: make it below one');
    const { web: other } = newShop(MeshKind.NONE, { gatewayClass: 'nobody-knows' });
    expect(() => other.expose('a.example.com')).toThrow(
      'shop/gateway: where the requests of gateways of class nobody-knows come from is not known: give the Gateway pods, or cidrs where it has none in the cluster');
  });

  test('one of several gateways that is not named', () => {
    const { web: both, tenant: shop } = newShop();
    ['inside', 'outside'].forEach(id => new Gateway(shop, id));
    expect(() => both.expose('a.example.com')).toThrow('shop/web: its tenant has several gateways (shop/inside, shop/outside): say which, with gateway');
  });
});

describe('refused at synthesis', () => {
  test('a host without a certificate, or with two', () => {
    const { app, web, api } = newShop();
    web.expose('a.example.com');
    web.expose('b.example.com', { certificate: CERTIFICATE });
    api.expose('b.example.com', { paths: ['/api'], certificate: ServerCertificate.fromSecret('other') });
    expect(problems(app)).toEqual([
      "shop/web: a.example.com has no certificate: give expose or the Gateway one, such as ServerCertificate.issuedBy(Issuer.clusterIssuer('letsencrypt'))",
      'shop/gateway: b.example.com is exposed with two certificates: give it one',
    ]);
  });

  test('a Gateway that nothing is exposed through', () => {
    const { app, tenant } = newShop();
    new Gateway(tenant, 'edge');
    expect(problems(app)).toEqual(['shop/edge: nothing is exposed through it: say expose on a workload, or remove it']);
  });

  test('a login that nobody provides', () => {
    const { app, web } = newShop();
    web.expose('a.example.com', { certificate: CERTIFICATE, authentication: Authentication.oidc({ issuer: SIGNED_IN.issuer, jwksUri: SIGNED_IN.jwksUri, clientId: 'shop' }) });
    expect(problems(app)).toEqual([expect.stringContaining('shop/web: a.example.com cannot be exposed as it asks to be: Istio sends nobody to log in by itself: name the provider')]);
  });
});

describe('the Gateway of another tenant', () => {
  function twoTenants() {
    const { app, web } = newShop();
    const edge: Tenant = newTenant(app, 'edge', MeshKind.ISTIO_AMBIENT);
    const gateway = new Gateway(edge, 'gateway', { certificate: ServerCertificate.issuedBy(Issuer.namespaced('own')) });
    web.expose('shop.example.com', { gateway, authentication: JWT });
    return { app, gateway, shop: web.node.scope as Tenant };
  }

  test('must accept it', () => {
    expect(problems(twoTenants().app)).toEqual(['shop/web is exposed as shop.example.com through edge/gateway, but they are of different tenants, '
      + 'so both must say it: edge/gateway must say acceptFrom(shop) too']);
  });

  test('takes routes of those alone who expose the host', () => {
    const { app, gateway, shop } = twoTenants();
    gateway.acceptFrom(shop);
    expect(problems(app)).toEqual([]);
    const { manifests, find } = synthesized(app);
    expect(find('Gateway', 'gateway').metadata.namespace).toBe('edge');
    expect(find('Gateway', 'gateway').spec.listeners[1].allowedRoutes).toEqual({
      namespaces: { from: 'Selector', selector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['shop'] }] } },
    });
    expect(find('HTTPRoute', 'web-shop-example-com')).toMatchObject({
      metadata: { namespace: 'shop' }, spec: { parentRefs: [{ name: 'gateway', namespace: 'edge', sectionName: 'https-shop-example-com' }] },
    });
    expect(manifests.find(({ kind }) => kind === 'Certificate').metadata.namespace).toBe('edge');
    expect(find('AuthorizationPolicy', 'web').spec.rules[0].from).toEqual([{ source: { principals: ['cluster.local/ns/edge/sa/gateway-istio'] } }]);
    expect(find('NetworkPolicy', 'web').spec.ingress[0].from[0].namespaceSelector).toEqual({ matchLabels: { 'kubernetes.io/metadata.name': 'edge' } });
  });
});

test('a wildcard covers what ends so, and a prefix what begins with its parts', () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  fc.assert(fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), fc.array(label, { minLength: 1, maxLength: 3 }), (names, more) => {
    const host = names.join('.');
    expect(covers(`*.${host}`, [...more, host].join('.'))).toBe(true);
    expect(covers(`*.${host}`, host)).toBe(false);
    expect(covers(`*.${host}`, `x${host}`)).toBe(false);
    const path = `/${names.join('/')}`;
    expect(isBefore(path, `${path}/${more.join('/')}`)).toBe(true);
    expect(isBefore(path, `${path}${more[0]}`)).toBe(false);
  }));
});
