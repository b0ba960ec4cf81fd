import * as fc from 'fast-check';
import { manifestsOf, shop } from './apps';
import { Cluster } from './cluster';
import { MeshKind, Network, Remote } from '../../src';
import { DECLARED } from '../../src/connectivity/declaration/declared';

const MONITORING = { namespaceLabels: { 'kubernetes.io/metadata.name': 'monitoring' }, podLabels: { 'app.kubernetes.io/name': 'prometheus' } };
const PROPS = { apiServerCidrs: ['10.0.0.1/32'], nodeCidrs: ['198.51.100.0/24'], metadataCidrs: ['168.63.129.16/32'], monitoring: MONITORING };
const policy = (manifests: any[], name: string) => manifests.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === name);
const PROMETHEUS = { id: 'prometheus', namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' }, serviceAccount: 'prometheus' };

describe('anywhere but private', () => {
  const { app, web } = shop(MeshKind.NONE, PROPS);
  web.allowTo(Remote.anywhereButPrivate(), { ports: [443] });
  const cluster = new Cluster(manifestsOf(app));
  const reaches = (address: string, port = 443) => cluster.reachesAddress(cluster.pod('shop', 'Deployment/web'), address, { port, protocol: 'TCP' });

  test.each(['10.1.2.3', '172.31.255.255', '192.168.0.1', '100.64.0.1', '100.100.100.200', '169.254.169.254', '127.0.0.1', '224.0.0.1', '0.0.0.0',
    '198.51.100.7', '168.63.129.16'])('%s is closed', address => {
    expect(reaches(address)).toBe(false);
  });

  test('all else is open, on the port', () => {
    fc.assert(fc.property(fc.ipV4(), address => {
      const [a, b, c, d] = address.split('.').map(Number);
      const isPrivate = [0, 10, 127].includes(a) || a >= 224 || a === 100 && b >= 64 && b < 128 || a === 169 && b === 254
        || a === 172 && b >= 16 && b < 32
        || a === 192 && b === 168 || a === 198 && b === 51 && c === 100 || a === 168 && b === 63 && c === 129 && d === 16;
      expect([address, reaches(address), reaches(address, 80)]).toEqual([address, !isPrivate, false]);
    }), { numRuns: 2000 });
  });

  test('of IPv6 too', () => {
    const { ipBlock: { cidr, except } } = policy(manifestsOf(app), 'web').spec.egress[0].to[1];
    expect(cidr).toBe('::/0');
    expect(except).toEqual(expect.arrayContaining(['::/127', 'fc00::/7', 'fe80::/10', 'ff00::/8']));
  });

  test('only on ports that are named', () => {
    expect(() => web.allowTo(Remote.anywhereButPrivate())).toThrow('shop/web: allowTo(Remote.anywhereButPrivate()) names no port: give at least one, such as 443');
  });
});

describe('monitoring', () => {
  test('without a mesh it is let in by its labels', () => {
    const { app, web } = shop(MeshKind.NONE, PROPS);
    web.acceptFrom(Remote.monitoring());
    const manifests = manifestsOf(app);
    expect(policy(manifests, 'web').spec.ingress).toEqual([{
      from: [{ namespaceSelector: { matchLabels: MONITORING.namespaceLabels }, podSelector: { matchLabels: MONITORING.podLabels } }],
      ports: [{ port: 8080, protocol: 'TCP' }],
    }]);
    const cluster = new Cluster(manifests, [PROMETHEUS, { ...PROMETHEUS, id: 'false', namespace: 'stranger' }]);
    const flow = { port: 8080, protocol: 'TCP' };
    const lets = (namespace: string, id: string) => cluster.halfLets('Ingress', cluster.pod(namespace, id), cluster.pod('shop', 'Deployment/web'), flow);
    expect([lets('monitoring', 'prometheus'), lets('stranger', 'false')]).toEqual([true, false]);
  });

  test('in the mesh it is let in by its identity', () => {
    const { app, web } = shop(MeshKind.ISTIO_AMBIENT, { ...PROPS, monitoring: { ...MONITORING, serviceAccount: 'prometheus' } });
    web.acceptFrom(Remote.monitoring());
    const manifests = manifestsOf(app);
    expect(policy(manifests, 'web').spec.ingress[0].ports).toEqual([{ port: 15008, protocol: 'TCP' }]);
    expect(manifests.find(({ kind, metadata }) => kind === 'AuthorizationPolicy' && metadata.name === 'web').spec.rules).toEqual([{
      from: [{ source: { principals: ['cluster.local/ns/monitoring/sa/prometheus'] } }], to: [{ operation: { ports: ['8080'] } }],
    }]);
  });

  test('outside of the mesh it is an error, until the port is loosened', () => {
    const { app, web } = shop(MeshKind.ISTIO_AMBIENT, PROPS);
    web.acceptFrom(Remote.monitoring());
    expect(() => app.synth()).toThrow('Remote.monitoring() is allowed to shop/web, which takes mutual TLS of the mesh istio-ambient only: '
      + 'give monitoring in its Platform the serviceAccount that it has in the mesh, or loosen it with Network.of(web).acceptPlainText(8080)');
    Network.of(web).acceptPlainText(8080);
    expect(() => app.synth()).not.toThrow();
  });

  test('where nobody knows where it is, and the wrong way round', () => {
    const { web } = shop();
    expect(() => web.acceptFrom(Remote.monitoring())).toThrow('shop/web: where monitoring is, is not known: give the Platform of its Tenant monitoring');
    expect(() => web.allowTo(Remote.monitoring())).toThrow('shop/web: Remote.monitoring() scrapes, and is sent nothing');
    expect(() => web.acceptFrom(Remote.dns())).toThrow('shop/web: Remote.dns() only listens, and reaches nobody: say allowTo(Remote.dns())');
  });

  test('a Platform that does not say where', () => {
    expect(() => shop(MeshKind.NONE, { monitoring: { ...MONITORING, podLabels: {} } })).toThrow('Platform monitoring does not say where monitoring is');
  });
});

describe('a host', () => {
  test('without a mesh that knows names, the policy is wider and says so', () => {
    const { app, web } = shop(MeshKind.NONE, PROPS);
    web.allowTo(Remote.host('api.example.com'), { ports: [443, 8443] });
    const { metadata, spec } = policy(manifestsOf(app), 'web');
    expect(metadata.annotations).toMatchObject({ 'cdk8s-bulwark/wider-than-hosts': 'api.example.com:443,api.example.com:8443' });
    expect(spec.egress[0].to.map(({ ipBlock }: any) => ipBlock.cidr)).toEqual(['0.0.0.0/0', '::/0']);
    expect(spec.egress[0].ports.map(({ port }: any) => port)).toEqual([443, 8443]);
  });

  test('Istio has one entry for it in the namespace, whoever reaches it', () => {
    const { app, web, cart } = shop(MeshKind.ISTIO_AMBIENT, PROPS);
    web.allowTo(Remote.host('api.example.com'));
    cart.allowTo(Remote.host('api.example.com'), { ports: [8443] });
    const entries = manifestsOf(app).filter(({ kind }) => kind === 'ServiceEntry');
    expect(entries.map(({ metadata, spec }) => ({ name: metadata.name, namespace: metadata.namespace, spec }))).toEqual([{
      name: 'api.example.com',
      namespace: 'shop',
      spec: {
        hosts: ['api.example.com'],
        location: 'MESH_EXTERNAL',
        resolution: 'DNS',
        exportTo: ['.'],
        ports: [{ number: 443, name: 'tls-443', protocol: 'TLS' }, { number: 8443, name: 'tls-8443', protocol: 'TLS' }],
      },
    }]);
  });

  test('Cilium keeps pods to the addresses that name servers give for it', () => {
    const { app, web } = shop(MeshKind.CILIUM, PROPS);
    web.allowTo(Remote.host('api.example.com'), { ports: [443, 8443] });
    const { metadata, spec } = manifestsOf(app).find(({ kind, metadata: { name } }) => kind === 'CiliumNetworkPolicy' && name === 'web');
    expect(metadata.annotations).toEqual({ [DECLARED.ingress]: 'nobody', [DECLARED.egress]: 'api.example.com : TCP 443\napi.example.com : TCP 8443' });
    expect(spec.egress).toEqual([
      {
        toEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'kube-system', 'k8s:k8s-app': 'kube-dns' } }],
        toPorts: [{ ports: ['UDP', 'TCP'].map(protocol => ({ port: '53', protocol })), rules: { dns: [{ matchPattern: '*' }] } }],
      },
      { toFQDNs: [{ matchName: 'api.example.com' }], toPorts: [{ ports: ['443', '8443'].map(port => ({ port, protocol: 'TCP' })) }] },
    ]);
  });

  test.each(['https://example.com', '*.example.com', 'example', 'Example.com', '203.0.113.7', 'a..b.com'])('%s is no name', name => {
    expect(() => Remote.host(name)).toThrow(`Remote.host "${name}" is not a DNS name`);
  });

  test('a name inside of the cluster', () => {
    expect(() => Remote.host('cart.shop.svc.cluster.local')).toThrow('Remote.host "cart.shop.svc.cluster.local" is a name inside of the cluster');
  });
});

test('Cilium knows the API server wherever it is, and blocks of addresses outside of the cluster', () => {
  const { app, web } = shop(MeshKind.CILIUM, PROPS);
  web.allowTo(Remote.apiServer());
  web.allowTo(Remote.cidr('198.51.0.0/16'), { ports: [25] });
  const { egress } = manifestsOf(app).find(({ kind, metadata: { name } }) => kind === 'CiliumNetworkPolicy' && name === 'web').spec;
  const toPorts = (port: string) => [{ ports: [{ port, protocol: 'TCP' }] }];
  expect(egress).toEqual([
    { toCIDRSet: [{ cidr: '10.0.0.1/32' }], toPorts: toPorts('6443') },
    { toEntities: ['kube-apiserver'], toPorts: toPorts('6443') },
    { toCIDRSet: [{ cidr: '198.51.0.0/16', except: ['198.51.100.0/24'] }], toPorts: toPorts('25') },
  ]);
  const cluster = new Cluster(manifestsOf(app));
  const reaches = (address: string) => cluster.reachesAddress(cluster.pod('shop', 'Deployment/web'), address, { port: 25, protocol: 'TCP' });
  expect(['198.51.99.1', '198.51.100.1'].map(reaches)).toEqual([true, false]);
});

test('a remote is of no app, and nothing reads its requests', () => {
  const internet = Remote.anywhereButPrivate();
  [shop().web, shop().web].forEach(web => web.allowTo(internet, { ports: [443] }));
  expect(() => shop().web.allowTo(internet, { ports: [443], methods: ['GET'] })).toThrow('shop/web: nothing reads the requests to Remote.anywhereButPrivate()');
  expect(() => internet.toNetworkPolicyPeerConfig()).toThrow('a Remote is a peer of allowTo and acceptFrom');
});
