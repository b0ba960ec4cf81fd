import * as fc from 'fast-check';
import { DeclaredLine, readDeclaration, writtenDeclaration } from '../../src/connectivity/declaration/declaration';
import { DeclaredPeer } from '../../src/connectivity/declaration/declared-peer';
import { departuresOf } from '../../src/connectivity/declaration/departures';
import { PortSet, PROTOCOLS } from '../../src/connectivity/port-set';
import { textEdge } from '../../src/connectivity/written';
import { Source } from '../../src/verify/input';

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
const labels = fc.dictionary(fc.oneof(name, fc.tuple(name, name).map(([domain, key]) => `${domain}.example.com/${key}`)), name, { minKeys: 1, maxKeys: 3 });
const block = fc.oneof(fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '192.0.2.7/32'), fc.constantFrom('::/0', 'fd00:ec2::254/128', '64:ff9b:1::/48'));
const peer: fc.Arbitrary<DeclaredPeer> = fc.oneof(
  fc.record({ workload: fc.tuple(name, name, fc.constantFrom('Deployment', 'Gateway')).map(([space, own, kind]) => `${space}/${own}[${kind}]`) }),
  fc.record({
    namespaceLabels: fc.oneof(fc.constant({}), labels, name.map(own => ({ 'kubernetes.io/metadata.name': own }))),
    podLabels: fc.oneof(fc.constant({}), labels),
  }),
  fc.record({ cidr: block, except: fc.array(block, { maxLength: 2 }) }),
  fc.record({ name: fc.constantFrom('anywhere', 'api.example.com') }),
);
const range = fc.tuple(fc.constantFrom(...PROTOCOLS), fc.integer({ min: 1, max: 65535 }), fc.integer({ min: 0, max: 9 }));
const connections = fc.array(range, { minLength: 1, maxLength: 4 })
  .map(ranges => ranges.map(([protocol, first, more]) => PortSet.of(protocol, first, first + more)).reduce((all, each) => all.or(each)));
const line: fc.Arbitrary<DeclaredLine> = fc.record({
  peer,
  connections: fc.oneof(connections, fc.constant(PortSet.ALL)),
  requests: fc.option(fc.constantFrom('GET /items/*', 'GET,POST /a,/b, HEAD'), { nil: undefined }),
});

test('what is written of a declaration can be read, and is written the same', () => {
  fc.assert(fc.property(fc.array(line, { maxLength: 5 }), lines => {
    const text = writtenDeclaration(lines);
    const read = readDeclaration(text);
    expect(writtenDeclaration(read)).toBe(text);
    lines.forEach(each => expect(read).toContainEqual(each));
  }));
});

test.each([
  ['web', 'does not say on which ports'],
  ['shop/web : TCP 80', 'is nobody'],
  ['shop/web[Deployment] : TCP http', 'are no ports'],
  ['shop/web[Deployment] : tcp 80', 'does not say on which ports'],
  ['shop/web[Deployment] : TCP 80,UDP', 'are no ports'],
])('%s is refused', (text, why) => expect(() => readDeclaration(text)).toThrow(why));

const deployment = (own: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${own}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${own} } }
  template:
    metadata: { labels: { app: ${own} } }
    spec: { serviceAccountName: ${own}, containers: [{ name: main, image: image, ports: [{ containerPort: 8080 }] }] }
`;

/** In Istio with sidecars, where one workload may send some requests to another. */
function departuresWith(declared: string, operation: string): string[] {
  const text = [`
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
`, deployment('web'), deployment('cart'), `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: cart, namespace: shop, annotations: { cdk8s-bulwark/accepts-from: '${declared}' } }
spec:
  podSelector: { matchLabels: { app: cart } }
  ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 8080 }] }]
`, `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: STRICT } }
`, `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules: [{ from: [{ source: { principals: [cluster.local/ns/shop/sa/web] } }], to: [{ operation: ${operation} }] }]
`].join('---');
  return departuresOf(new Source('app.yaml', text, true).manifests).departures.map(({ is, edge }) => `${is}: ${textEdge(edge)}`);
}

const WEB = 'shop/web[Deployment] : TCP 8080';

test.each([
  [`${WEB} (GET /items/*)`, '{ methods: [GET], paths: [/items/*] }', []],
  [WEB, '{ ports: ["8080"] }', []],
  [`${WEB} (GET /items/*)`, '{ ports: ["8080"] }', ['open: shop/web[Deployment] => shop/cart[Deployment] : TCP 8080 [encrypted]']],
  [WEB, '{ methods: [GET] }', ['closed: shop/web[Deployment] => shop/cart[Deployment] : TCP 8080']],
  [`${WEB} (GET)`, '{ methods: [GET, DELETE] }', [
    'open: shop/web[Deployment] => shop/cart[Deployment] : TCP 8080 (GET,DELETE) [encrypted]', 'closed: shop/web[Deployment] => shop/cart[Deployment] : TCP 8080 (GET)',
  ]],
])('what is declared as %s and authorized by %s', (declared, operation, expected) => expect(departuresWith(declared, operation)).toEqual(expected));
