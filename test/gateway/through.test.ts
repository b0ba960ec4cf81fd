import { Duration, Yaml } from 'cdk8s';
import { CERTIFICATE, JWT, newShop, problems, SIGNED_IN, synthesized } from './apps';
import { Authentication, Gateway, MeshKind, Network, ServerCertificate, Through } from '../../src';
import { connectionsOf } from '../../src/connectivity/connections';
import { textEdge } from '../../src/connectivity/written';
import { Source } from '../../src/verify/input';

const INSTALLED = { namespace: 'istio-ingress', labels: { istio: 'ingress' }, serviceAccount: 'istio-ingress' };
const SECRET = ServerCertificate.fromSecret('shop-tls');
const tcp = (port: number) => [{ port, protocol: 'TCP' }];

describe('Istio', () => {
  const { app, tenant, web, api } = newShop(MeshKind.ISTIO_SIDECAR);
  new Gateway(tenant, 'edge', { through: Through.ISTIO, pods: INSTALLED, certificate: SECRET });
  web.expose('shop.example.com');
  api.expose('shop.example.com', { paths: ['/api'] });
  const { find } = synthesized(app);

  test('its Gateway redirects, and speaks TLS 1.2 at least', () => {
    expect(problems(app)).toEqual([]);
    expect(find('Gateway', 'edge', 'networking.istio.io').spec).toEqual({
      selector: { istio: 'ingress' },
      servers: [
        { name: 'http', port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['./shop.example.com'], tls: { httpsRedirect: true } },
        {
          name: 'https-shop-example-com',
          port: { number: 443, name: 'https-shop-example-com', protocol: 'HTTPS' },
          hosts: ['./shop.example.com'],
          tls: { mode: 'SIMPLE', credentialName: 'shop-tls', minProtocolVersion: 'TLSV1_2' },
        },
      ],
    });
  });

  test('the deepest path comes first', () => {
    const to = (host: string, number: number) => [{ destination: { host: `${host}.shop.svc.cluster.local`, port: { number } } }];
    expect(find('VirtualService', 'edge-shop-example-com').spec).toEqual({
      hosts: ['shop.example.com'],
      gateways: ['edge'],
      http: [
        { name: 'api-shop-example-com-api', match: [{ uri: { exact: '/api' } }, { uri: { prefix: '/api/' } }], route: to('api', 9090) },
        { name: 'web-shop-example-com', route: to('web', 8080) },
      ],
    });
  });

  test('its pods are let in by label and identity, and their own policies are left to whoever installed them', () => {
    expect(find('NetworkPolicy', 'web').spec.ingress).toEqual([{
      from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'istio-ingress' } }, podSelector: { matchLabels: { istio: 'ingress' } } }],
      ports: tcp(8080),
    }]);
    expect(find('AuthorizationPolicy', 'web').spec.rules[0].from).toEqual([{ source: { principals: ['cluster.local/ns/istio-ingress/sa/istio-ingress'] } }]);
    expect(find('NetworkPolicy', 'edge')).toBeUndefined();
  });

  test('what would not hold for pods elsewhere is refused', () => {
    const other = newShop(MeshKind.ISTIO_SIDECAR);
    new Gateway(other.tenant, 'edge', { through: Through.ISTIO, pods: INSTALLED, certificate: CERTIFICATE });
    other.web.expose('shop.example.com', { authentication: JWT });
    expect(problems(other.app)).toEqual([
      expect.stringContaining('its certificate is made in the namespace shop, and the pods of its gateway read those in istio-ingress'),
      expect.stringContaining('policies hold for pods of their own namespace, and those of its gateway are in istio-ingress: use Through.GATEWAY_API'),
    ]);
  });

  test('with pods in its own namespace it authenticates', () => {
    const other = newShop(MeshKind.ISTIO_SIDECAR);
    new Gateway(other.tenant, 'edge', { through: Through.ISTIO, pods: { ...INSTALLED, namespace: 'shop' }, certificate: CERTIFICATE });
    other.web.expose('shop.example.com', { authentication: JWT, rateLimit: { requests: 5 } });
    expect(problems(other.app)).toEqual([]);
    const made = synthesized(other.app);
    expect(made.find('RequestAuthentication', 'edge').spec.selector).toEqual({ matchLabels: { istio: 'ingress' } });
    expect(made.find('EnvoyFilter', 'edge-rate-limit').spec.workloadSelector).toEqual({ labels: { istio: 'ingress' } });
  });
});

describe('Ingress', () => {
  const { app, tenant, web } = newShop(MeshKind.NONE);
  new Gateway(tenant, 'edge', { through: Through.INGRESS, className: 'nginx', certificate: CERTIFICATE });
  web.expose('shop.example.com', { paths: ['/', '/cart'], rateLimit: { requests: 120, per: Duration.minutes(1) } });

  test('serves TLS, and nothing in plain text', () => {
    expect(problems(app)).toEqual([]);
    const { find, ofGroup } = synthesized(app);
    const backend = { service: { name: 'web', port: { number: 8080 } } };
    expect(find('Ingress', 'web-shop-example-com')).toMatchObject({
      metadata: {
        annotations: {
          'kubernetes.io/ingress.allow-http': 'false',
          'nginx.ingress.kubernetes.io/force-ssl-redirect': 'true',
          'nginx.ingress.kubernetes.io/limit-rpm': '120',
        },
      },
      spec: {
        ingressClassName: 'nginx',
        tls: [{ hosts: ['shop.example.com'], secretName: 'edge-shop-example-com-tls' }],
        rules: [{ host: 'shop.example.com', http: { paths: ['/', '/cart'].map(path => ({ path, pathType: 'Prefix', backend })) } }],
      },
    });
    expect(ofGroup('cert-manager.io')).toEqual(['Certificate/edge-shop-example-com-tls']);
    expect(find('NetworkPolicy', 'web').spec.ingress[0].from[0].namespaceSelector).toEqual({ matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } });
  });

  test('authenticates nobody', () => {
    const other = newShop(MeshKind.NONE);
    new Gateway(other.tenant, 'edge', { through: Through.INGRESS, className: 'traefik', certificate: CERTIFICATE });
    other.web.expose('shop.example.com', { authentication: JWT, rateLimit: { requests: 1 } });
    expect(problems(other.app)).toEqual([
      'shop/web: shop.example.com cannot be exposed as it asks to be: an Ingress authenticates nobody: use Through.GATEWAY_API',
      'shop/web: shop.example.com has a rateLimit, and Traefik has none: remove it, or name a gateway of a class that has, such as istio',
    ]);
  });

  test('is outside of the mesh, which somebody must loosen', () => {
    const other = newShop(MeshKind.ISTIO_AMBIENT);
    new Gateway(other.tenant, 'edge', { through: Through.INGRESS, className: 'gce', certificate: CERTIFICATE });
    other.web.expose('shop.example.com');
    expect(problems(other.app)).toEqual([expect.stringContaining('shop/web takes mutual TLS of its mesh only, and shop/edge is not in it')]);
    Network.of(other.web).acceptPlainText(8080);
    expect(problems(other.app)).toEqual([]);
    expect(synthesized(other.app).find('NetworkPolicy', 'web').spec.ingress)
      .toEqual([{ from: [{ ipBlock: { cidr: '130.211.0.0/22' } }, { ipBlock: { cidr: '35.191.0.0/16' } }], ports: tcp(8080) }]);
  });
});

describe('what Istio does at a Gateway', () => {
  test('people log in, and the token is verified again', () => {
    const { app, web } = newShop();
    web.expose('shop.example.com', {
      certificate: CERTIFICATE,
      authentication: Authentication.oidc({ issuer: SIGNED_IN.issuer, jwksUri: SIGNED_IN.jwksUri, clientId: 'shop', provider: 'oauth2-proxy', claims: { groups: ['staff'] } }),
    });
    expect(problems(app)).toEqual([]);
    const { find } = synthesized(app);
    expect(find('AuthorizationPolicy', 'gateway-login-oauth2-proxy').spec).toMatchObject({
      action: 'CUSTOM',
      provider: { name: 'oauth2-proxy' },
      rules: [{ to: [{ operation: { hosts: ['shop.example.com', 'shop.example.com:*'] } }], when: [{ key: 'destination.port', values: ['443'] }] }],
    });
    expect(find('AuthorizationPolicy', 'gateway').spec.rules[1]).toMatchObject({
      from: [{ source: { requestPrincipals: ['https://id.example.com/*'] } }],
      when: [{}, { key: 'request.auth.audiences', values: ['shop'] }, { key: 'request.auth.claims[groups]', values: ['staff'] }],
    });
  });

  test('requests are limited by route', () => {
    const { app, web, api } = newShop();
    web.expose('shop.example.com', { certificate: CERTIFICATE, rateLimit: { requests: 10 } });
    api.expose('shop.example.com', { paths: ['/api'], rateLimit: { requests: 600, per: Duration.minutes(1) } });
    const { targetRefs, configPatches: [filter, ...limits] } = synthesized(app).find('EnvoyFilter', 'gateway-rate-limit').spec;
    expect(targetRefs).toEqual([{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'gateway' }]);
    expect(filter).toMatchObject({ applyTo: 'HTTP_FILTER', patch: { operation: 'INSERT_FIRST', value: { name: 'envoy.filters.http.local_ratelimit' } } });
    expect(limits.map(({ match, patch }: any) => [
      match.routeConfiguration.vhost.route.name, patch.value.typed_per_filter_config['envoy.filters.http.local_ratelimit'].token_bucket,
    ])).toEqual([
      ['shop.api-shop-example-com-api.0', { max_tokens: 600, tokens_per_fill: 600, fill_interval: '60s' }],
      ['shop.web-shop-example-com.0', { max_tokens: 10, tokens_per_fill: 10, fill_interval: '1s' }],
    ]);
  });
});

describe('Envoy Gateway', () => {
  const { app, web, api } = newShop(MeshKind.NONE, { gatewayClass: 'eg' });
  web.expose('shop.example.com', {
    certificate: CERTIFICATE, rateLimit: { requests: 9, per: Duration.hours(1) }, authentication: Authentication.jwt({ ...SIGNED_IN, claims: { groups: ['staff'] } }),
  });
  api.expose('shop.example.com', {
    paths: ['/api'], authentication: Authentication.oidc({ issuer: SIGNED_IN.issuer, jwksUri: SIGNED_IN.jwksUri, clientId: 'shop', clientSecret: 'login' }),
  });
  const { find } = synthesized(app);
  const target = (name: string) => [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name }];

  test('has policies of its own beside each route', () => {
    expect(problems(app)).toEqual([]);
    const claims = (valueType: string) => ({ action: 'Allow', principal: { jwt: { provider: 'issuer', claims: [{ name: 'groups', valueType, values: ['staff'] }] } } });
    expect(find('SecurityPolicy', 'web-shop-example-com').spec).toEqual({
      targetRefs: target('web-shop-example-com'),
      jwt: { providers: [{ name: 'issuer', issuer: SIGNED_IN.issuer, audiences: ['shop'], remoteJWKS: { uri: SIGNED_IN.jwksUri } }] },
      authorization: { defaultAction: 'Deny', rules: [claims('String'), claims('StringArray')] },
    });
    expect(find('SecurityPolicy', 'api-shop-example-com-api').spec).toEqual({
      targetRefs: target('api-shop-example-com-api'),
      oidc: { provider: { issuer: SIGNED_IN.issuer }, clientID: 'shop', clientSecret: { name: 'login' } },
    });
    expect(find('BackendTrafficPolicy', 'web-shop-example-com').spec).toEqual({
      targetRefs: target('web-shop-example-com'), rateLimit: { local: { rules: [{ limit: { requests: 9, unit: 'Hour' } }] } },
    });
  });

  test('has its pods elsewhere, each Gateway its own', () => {
    expect(find('NetworkPolicy', 'web').spec.ingress[0].from).toEqual([{
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'envoy-gateway-system' } },
      podSelector: { matchLabels: { 'gateway.envoyproxy.io/owning-gateway-name': 'gateway', 'gateway.envoyproxy.io/owning-gateway-namespace': 'shop' } },
    }]);
    expect(find('Gateway', 'gateway').spec.infrastructure).toBeUndefined();
  });
});

describe('Cilium', () => {
  test('is let in by what it is called, with nothing to prove, and has no pods', () => {
    const { app, web } = newShop(MeshKind.CILIUM);
    web.expose('shop.example.com', { certificate: CERTIFICATE });
    expect(problems(app)).toEqual([]);
    const { manifests, find, ofGroup } = synthesized(app);
    expect(find('Gateway', 'gateway').spec.gatewayClassName).toBe('cilium');
    expect(find('CiliumNetworkPolicy', 'web').spec.ingress).toEqual([{ fromEntities: ['ingress'], toPorts: [{ ports: [{ port: '8080', protocol: 'TCP' }] }] }]);
    expect(ofGroup('networking.k8s.io')).toEqual(['NetworkPolicy/default-deny']);
    const { edges } = connectionsOf(new Source('app.yaml', Yaml.stringify(...manifests), true).manifests, 'effective');
    expect(edges.map(textEdge)).toEqual(expect.arrayContaining(['shop/gateway[Gateway] => shop/web[Deployment] : TCP 8080 (shop.example.com) [encryption not known]']));
  });

  test('authenticates nobody, and is kept out by policies that cannot name it', () => {
    const { app, web } = newShop(MeshKind.NONE, { gatewayClass: 'cilium' });
    web.expose('shop.example.com', { certificate: CERTIFICATE, authentication: JWT });
    expect(problems(app)).toEqual([
      expect.stringContaining('a gateway of Cilium authenticates nobody: name a class that does, such as eg'),
      'shop/web is exposed through shop/gateway, of class cilium, which no NetworkPolicy can let in: give the Platform of its Tenant MeshKind.CILIUM, or the Gateway another className',
    ]);
  });
});
