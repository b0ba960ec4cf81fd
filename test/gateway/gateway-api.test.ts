import { CERTIFICATE, JWT, newShop, problems, SIGNED_IN, synthesized } from './apps';
import { Authentication } from '../../src';

const labels = { 'gateway.networking.k8s.io/gateway-name': 'gateway' };
const target = [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'gateway' }];
const port = (key: string) => ({ key: 'destination.port', values: [key] });

describe('the first expose', () => {
  const { app, web } = newShop();
  const gateway = web.expose('shop.example.com', { authentication: JWT, certificate: CERTIFICATE });
  const { find, ofGroup } = synthesized(app);

  test('makes a Gateway with a listener for the host, and one that only redirects', () => {
    expect(problems(app)).toEqual([]);
    expect(gateway.node.path).toBe('shop/gateway');
    expect(find('Gateway', 'gateway').spec).toMatchObject({
      gatewayClassName: 'istio',
      listeners: [
        { name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'Same' } } },
        {
          name: 'https-shop-example-com',
          port: 443,
          protocol: 'HTTPS',
          hostname: 'shop.example.com',
          tls: { mode: 'Terminate', certificateRefs: [{ name: 'gateway-shop-example-com-tls' }] },
          allowedRoutes: { namespaces: { from: 'Same' } },
        },
      ],
    });
    expect(find('HTTPRoute', 'gateway-redirect').spec).toEqual({
      parentRefs: [{ name: 'gateway', sectionName: 'http' }],
      rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] }],
    });
    expect(ofGroup('gateway.networking.k8s.io/')).toEqual(['Gateway/gateway', 'HTTPRoute/gateway-redirect', 'HTTPRoute/web-shop-example-com']);
  });

  test('makes the Service and the route to it', () => {
    expect(find('Service', 'web').spec.ports).toEqual([{ name: 'http', port: 8080, targetPort: 8080 }]);
    expect(find('HTTPRoute', 'web-shop-example-com').spec).toEqual({
      parentRefs: [{ name: 'gateway', sectionName: 'https-shop-example-com' }],
      hostnames: ['shop.example.com'],
      rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: [{ name: 'web', port: 8080 }] }],
    });
  });

  test('makes a short-lived certificate with a key of its own', () => {
    expect(find('Certificate', 'gateway-shop-example-com-tls').spec).toMatchObject({
      secretName: 'gateway-shop-example-com-tls',
      dnsNames: ['shop.example.com'],
      duration: '720h',
      usages: ['digital signature', 'server auth'],
      privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
      issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'letsencrypt' },
    });
  });

  test('lets its pods in and out', () => {
    const istiod = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'istio-system' } }, podSelector: { matchLabels: { app: 'istiod' } } };
    expect(find('NetworkPolicy', 'gateway').spec).toEqual({
      podSelector: { matchLabels: labels },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ ports: [{ port: 80, protocol: 'TCP' }, { port: 443, protocol: 'TCP' }] }],
      egress: [
        { to: [{ podSelector: { matchLabels: { 'cdk8s.io/metadata.addr': expect.any(String) } } }], ports: [{ port: 15008, protocol: 'TCP' }] },
        { to: [istiod], ports: [{ port: 15012, protocol: 'TCP' }] },
      ],
    });
    expect(find('NetworkPolicy', 'web').spec.ingress).toEqual([{ from: [{ podSelector: { matchLabels: labels } }], ports: [{ port: 15008, protocol: 'TCP' }] }]);
    expect(find('AuthorizationPolicy', 'web').spec.rules).toEqual(
      [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/gateway-istio'] } }], to: [{ operation: { ports: ['8080'] } }] }]);
  });

  test('lets in requests with a token of the issuer alone', () => {
    expect(find('RequestAuthentication', 'gateway').spec).toEqual({
      targetRefs: target, jwtRules: [{ issuer: SIGNED_IN.issuer, jwksUri: SIGNED_IN.jwksUri, audiences: ['shop'], forwardOriginalToken: false }],
    });
    expect(find('AuthorizationPolicy', 'gateway').spec).toEqual({
      targetRefs: target,
      action: 'ALLOW',
      rules: [
        { to: [{ operation: { hosts: ['shop.example.com', 'shop.example.com:*'] } }], when: [port('80')] },
        {
          from: [{ source: { requestPrincipals: ['https://id.example.com/*'] } }],
          to: [{ operation: { hosts: ['shop.example.com', 'shop.example.com:*'] } }],
          when: [port('443'), { key: 'request.auth.audiences', values: ['shop'] }],
        },
      ],
    });
  });
});

test('the rules of one workload do not let in what is for another', () => {
  const { app, web, api } = newShop();
  web.expose('*.example.com', { certificate: CERTIFICATE });
  web.expose('shop.example.com', { certificate: CERTIFICATE });
  api.expose('shop.example.com', { paths: ['/admin'], authentication: Authentication.jwt({ ...SIGNED_IN, claims: { groups: ['admins', 'owners'] } }) });
  const [, wildcard, everything, admin] = synthesized(app).find('AuthorizationPolicy', 'gateway').spec.rules;
  const shop = ['shop.example.com', 'shop.example.com:*'];
  expect(wildcard).toEqual({ to: [{ operation: { hosts: ['*.example.com', '*.example.com:443'], notHosts: shop } }], when: [port('443')] });
  expect(everything).toEqual({ to: [{ operation: { hosts: shop, notPaths: ['/admin', '/admin/*'] } }], when: [port('443')] });
  expect(admin).toMatchObject({
    to: [{ operation: { hosts: shop, paths: ['/admin', '/admin/*'] } }],
    when: [port('443'), { key: 'request.auth.audiences', values: ['shop'] }, { key: 'request.auth.claims[groups]', values: ['admins', 'owners'] }],
  });
});
