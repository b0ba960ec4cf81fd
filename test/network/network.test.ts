import { Chart, Cron, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { manifestsOf, newApp, newTenant } from './apps';
import { Cluster } from './cluster';
import { CronJob, Deployment, Job, MeshKind, Network } from '../../src';

const container = (portNumber?: number) => ({ image: 'image', portNumber });
const policy = (manifests: any[], name: string) => manifests.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === name)?.spec;

function shop(mesh = MeshKind.NONE, props = {}) {
  const app = newApp();
  const tenant = newTenant(app, 'shop', mesh, props);
  const web = new Deployment(tenant, 'web', { containers: [container(8080)] });
  const cart = new Deployment(tenant, 'cart', { containers: [container(7070)] });
  return { app, tenant, web, cart };
}

/** Two workloads, each in a tenant of its own. */
function twoTenants(mesh = MeshKind.NONE, otherMesh = mesh) {
  const { app, web } = shop(mesh);
  return { app, web, ledger: new Deployment(newTenant(app, 'bank', otherMesh), 'ledger', { containers: [container(9090)] }) };
}

describe('within a tenant', () => {
  test('one call writes both halves, in one policy a workload', () => {
    const { app, web, cart } = shop();
    web.allowTo(cart);
    cart.allowTo(web);
    const manifests = manifestsOf(app);
    const address = (workload: Deployment) => ({ matchLabels: { 'cdk8s.io/metadata.addr': workload.podMetadata.getLabel('cdk8s.io/metadata.addr') } });
    expect(policy(manifests, 'web')).toEqual({
      podSelector: address(web),
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: address(cart) }], ports: [{ port: 8080, protocol: 'TCP' }] }],
      egress: [{ to: [{ podSelector: address(cart) }], ports: [{ port: 7070, protocol: 'TCP' }] }],
    });
    expect(manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(({ metadata }) => metadata.name).sort()).toEqual(['cart', 'default-deny', 'web']);
  });

  test('allowFrom is the same edge, and saying it twice changes nothing', () => {
    const render = (declare: (web: Deployment, cart: Deployment) => void) => {
      const { app, web, cart } = shop();
      declare(web, cart);
      return manifestsOf(app);
    };
    const once = render((web, cart) => web.allowTo(cart));
    expect(render((web, cart) => cart.allowFrom(web))).toEqual(once);
    expect(render((web, cart) => [1, 2].forEach(() => web.allowTo(cart)))).toEqual(once);
    expect(render((web, cart) => web.allowTo(cart, { ports: [7070, 7070] }))).toEqual(once);
  });

  test('the order of calls does not show', () => {
    const render = (order: number[]) => {
      const { app, tenant, web } = shop();
      const clients = ['a', 'b', 'c'].map(id => new Job(tenant, id, { containers: [container()] }));
      order.forEach(index => clients[index].allowTo(web));
      Network.of(web).allowToCidr('203.0.113.0/24', [443, 80]);
      return policy(manifestsOf(app), 'web');
    };
    expect(render([2, 0, 1])).toEqual(render([0, 1, 2]));
  });

  test('a port that is added later counts, in the policies and in the mesh', () => {
    const { app, web, cart } = shop(MeshKind.LINKERD);
    web.allowTo(cart);
    const late = cart.addContainer({ image: 'image', name: 'late' });
    late.addPort({ number: 7071 });
    cart.attachContainer(new kplus.Container({ image: 'image', name: 'attached', portNumber: 7072 }));
    cart.addInitContainer({ image: 'image', name: 'sidecar', portNumber: 7073, restartPolicy: kplus.ContainerRestartPolicy.ALWAYS });
    const servers = manifestsOf(app).filter(({ kind }) => kind === 'Server').map(({ spec }) => spec.port);
    expect(servers).toEqual([7070, 7071, 7072, 7073]);
  });

  test('a workload may be allowed to itself', () => {
    const { app, web } = shop();
    web.allowTo(web);
    const { ingress, egress } = policy(manifestsOf(app), 'web');
    expect(ingress[0].ports).toEqual(egress[0].ports);
    expect(ingress[0].from).toEqual(egress[0].to);
  });

  test('a workload of cdk8s-plus itself can be the other side', () => {
    const { app, tenant, web } = shop(MeshKind.ISTIO_AMBIENT);
    const plain = new kplus.Deployment(tenant, 'plain', { containers: [{ image: 'image', portNumber: 80 }] });
    web.allowTo(plain);
    const cluster = new Cluster(manifestsOf(app));
    expect(cluster.reaches(cluster.pod('shop', 'Deployment/web'), cluster.pod('shop', 'Deployment/plain'), { port: 80, protocol: 'TCP' })).toBe(true);
  });

  test('what nothing is allowed, has no policy of its own', () => {
    expect(policy(manifestsOf(shop().app), 'web')).toBeUndefined();
  });
});

describe('across tenants', () => {
  test('both say it, and peers are pods of one namespace', () => {
    const { app, web, ledger } = twoTenants();
    web.allowTo(ledger);
    ledger.allowFrom(web);
    const manifests = manifestsOf(app);
    expect(policy(manifests, 'web').egress[0].to).toEqual([{
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'bank' } },
      podSelector: { matchLabels: { 'cdk8s.io/metadata.addr': ledger.podMetadata.getLabel('cdk8s.io/metadata.addr') } },
    }]);
    expect(policy(manifests, 'ledger').ingress[0].from[0].namespaceSelector).toEqual({ matchLabels: { 'kubernetes.io/metadata.name': 'shop' } });
  });

  test('the ports are those that both name', () => {
    const { app, web, ledger } = twoTenants();
    ledger.containers[0].addPort({ number: 9091 });
    web.allowTo(ledger);
    ledger.allowFrom(web, { ports: [9091] });
    expect(policy(manifestsOf(app), 'web').egress[0].ports).toEqual([{ port: 9091, protocol: 'TCP' }]);
  });
});

describe('outside of tenants', () => {
  test('a workload is isolated all the same, and resolves names', () => {
    const app = newApp();
    new CronJob(new Chart(app, 'chart'), 'tidy', { schedule: Cron.daily(), containers: [container()] });
    const { podSelector, ...spec } = manifestsOf(app).find(({ kind }) => kind === 'NetworkPolicy').spec;
    expect(Object.keys(podSelector.matchLabels)).toEqual(['cdk8s.io/metadata.addr']);
    expect(spec).toEqual({
      policyTypes: ['Ingress', 'Egress'],
      egress: [{
        to: [{
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
          podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
        }],
        ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }],
      }],
    });
  });
});

describe('addresses', () => {
  const PROPS = { apiServerCidrs: ['10.0.0.1/32', 'fd00::1/128'], nodeCidrs: ['10.1.0.0/16', 'fd01::/64'] };

  test('what hands out credentials and nodes is left out, of the same family', () => {
    const { app, web } = shop(MeshKind.NONE, PROPS);
    ['0.0.0.0/0', '::/0', '10.0.0.0/8', '203.0.113.0/24'].forEach(cidr => Network.of(web).allowToCidr(cidr, [443]));
    expect(policy(manifestsOf(app), 'web').egress.map(({ to }: any) => to[0].ipBlock)).toEqual([
      { cidr: '0.0.0.0/0', except: ['10.1.0.0/16', '100.100.100.200/32', '169.254.169.254/32'] },
      { cidr: '::/0', except: ['fd00:ec2::254/128', 'fd01::/64', 'fd20:ce::254/128'] },
      { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] },
      { cidr: '203.0.113.0/24' },
    ]);
  });

  test('an address that is named itself is believed', () => {
    const { app, web } = shop(MeshKind.NONE, PROPS);
    Network.of(web).allowToCidr('169.254.169.254/32', [80]);
    expect(policy(manifestsOf(app), 'web').egress[0].to).toEqual([{ ipBlock: { cidr: '169.254.169.254/32' } }]);
  });

  test('only the workload that is allowed reaches them', () => {
    const { app, web } = shop(MeshKind.NONE, PROPS);
    Network.of(web).allowToCidr('0.0.0.0/0', [443]);
    Network.of(web).allowToCidr('203.0.113.0/24', [123], kplus.Protocol.UDP);
    const cluster = new Cluster(manifestsOf(app));
    const reaches = (id: string, address: string, port: number, protocol = 'TCP') => cluster.reachesAddress(cluster.pod('shop', id), address, { port, protocol });
    expect(['8.8.8.8', '169.254.169.254', '10.1.2.3'].map(address => reaches('Deployment/web', address, 443))).toEqual([true, false, false]);
    expect(reaches('Deployment/web', '203.0.113.7', 123, 'UDP')).toBe(true);
    expect(reaches('Deployment/web', '8.8.8.8', 80)).toBe(false);
    expect(reaches('Deployment/cart', '8.8.8.8', 443)).toBe(false);
  });

  test('the API server is where the platform says', () => {
    const { app, web } = shop(MeshKind.ISTIO_AMBIENT, PROPS);
    Network.of(web).allowToApiServer();
    Network.of(web).allowToApiServer();
    expect(policy(manifestsOf(app), 'web').egress).toEqual([{
      to: [{ ipBlock: { cidr: '10.0.0.1/32' } }, { ipBlock: { cidr: 'fd00::1/128' } }],
      ports: [{ port: 6443, protocol: 'TCP' }],
    }]);
  });
});

describe('errors', () => {
  test.each([0, 65536, 80.5, -1, NaN])('%p is no port', port => {
    const { web, cart } = shop();
    const message = `shop/web: ${port} is not a port: give a whole number from 1 to 65535`;
    expect(() => web.allowTo(cart, { ports: [port] })).toThrow(message);
    expect(() => web.allowFrom(cart, { ports: [port] })).toThrow(message);
    expect(() => Network.of(web).allowToCidr('10.0.0.0/8', [port])).toThrow(message);
    expect(() => Network.of(web).acceptPlainText(port)).toThrow(message);
  });

  test('an edge and a block without ports', () => {
    const { web, cart } = shop();
    expect(() => web.allowTo(cart, { ports: [] })).toThrow('shop/web: an edge between shop/web and shop/cart names no port: give at least one, or leave ports out');
    expect(() => Network.of(web).allowToCidr('10.0.0.0/8', [])).toThrow('shop/web: allowToCidr 10.0.0.0/8 names no port: give at least one');
  });

  test.each(['10.0.0.0', '10.0.0.1/8', '10.0.0.0/33', 'fd00::1/8', 'example.com'])('%s is no block of addresses', cidr => {
    expect(() => Network.of(shop().web).allowToCidr(cidr, [443])).toThrow(`shop/web: allowToCidr "${cidr}" `);
  });

  test('a target of another app', () => {
    expect(() => shop().web.allowTo(shop().cart)).toThrow('shop/web: shop/cart is of another App: allow it by its addresses, with Network.of(...).allowToCidr');
  });

  test('an API server that nobody knows', () => {
    expect(() => Network.of(shop().web).allowToApiServer()).toThrow('shop/web: where the API server is, is not known: give the Platform of its Tenant apiServerCidrs');
    const outside = new Deployment(new Chart(newApp(), 'chart'), 'web', { containers: [container(80)] });
    expect(() => Network.of(outside).allowToApiServer()).toThrow('chart/web: where the API server is, is not known');
  });

  type Declare = (app: ReturnType<typeof twoTenants>) => void;
  test.each<[string, string, Declare]>([
    ['only the client says it', '[shop/web] shop/web is allowed to bank/ledger, but they are of different tenants, so both must say it: '
      + 'bank/ledger must say allowFrom(shop/web) too', ({ web, ledger }) => web.allowTo(ledger)],
    ['only the server says it', '[bank/ledger] bank/ledger allows from shop/web, but they are of different tenants, so both must say it: '
      + 'shop/web must say allowTo(bank/ledger) too', ({ web, ledger }) => ledger.allowFrom(web)],
    ['the server does not serve the port', '[shop/web] shop/web is allowed to bank/ledger on 80, which it does not serve: it serves 9090/TCP', ({ web, ledger }) => {
      web.allowTo(ledger, { ports: [80] });
      ledger.allowFrom(web);
    }],
    ['the server lets in on a port it does not serve', '[shop/web] shop/web is allowed to bank/ledger on 81, 90, which it does not serve', ({ web, ledger }) => {
      web.allowTo(ledger);
      ledger.allowFrom(web, { ports: [9090, 90, 81] });
    }],
    ['no port in common', '[shop/web] shop/web is allowed to bank/ledger, but the two name no port in common', ({ web, ledger }) => {
      ledger.containers[0].addPort({ number: 9091 });
      web.allowTo(ledger, { ports: [9090] });
      ledger.allowFrom(web, { ports: [9091] });
    }],
    ['plain text on a port that is not served', '[shop/web] shop/web takes plain text on 81, which it does not serve: it serves 8080/TCP',
      ({ web }) => Network.of(web).acceptPlainText(81)],
  ])('at synthesis, one: %s', (_name, message, declare) => {
    const tenants = twoTenants();
    declare(tenants);
    const { message: thrown } = failure(() => tenants.app.synth());
    expect(thrown.split('\n').slice(1)).toEqual([expect.stringContaining(message)]);
  });

  test('at synthesis: a target that serves nothing', () => {
    const { app, tenant, web } = shop();
    web.allowTo(new Job(tenant, 'import', { containers: [container()] }));
    expect(() => app.synth()).toThrow('[shop/web] shop/web is allowed to shop/import, which serves no port: give a container of shop/import a portNumber');
  });

  test('at synthesis: a client outside of the mesh, until its port is loosened', () => {
    const { app, web, ledger } = twoTenants(MeshKind.NONE, MeshKind.ISTIO_AMBIENT);
    web.allowTo(ledger);
    ledger.allowFrom(web);
    expect(() => app.synth()).toThrow('[shop/web] shop/web is allowed to bank/ledger, which takes mutual TLS of the mesh istio-ambient only, and is not in it: '
      + 'put shop/web into a Tenant with that mesh, or loosen it with Network.of(ledger).acceptPlainText(9090)');
    Network.of(ledger).acceptPlainText(9090);
    expect(() => app.synth()).not.toThrow();
  });

  test('at synthesis: one of the two is in no namespace', () => {
    const { app, web } = shop();
    const other = new Deployment(new Chart(app, 'chart'), 'other', { containers: [container(80)] });
    web.allowTo(other);
    other.allowFrom(web);
    expect(() => app.synth()).toThrow('shop/web is allowed to chart/other, but nothing says in which namespace chart/other is: give its Chart a namespace');
  });

  test.each([MeshKind.ISTIO_SIDECAR, MeshKind.LINKERD])('at synthesis: a Job that would never end in %s', mesh => {
    const { app, tenant } = shop(mesh, { kubernetes: '1.28' });
    new Job(tenant, 'import', { containers: [container()] });
    expect(() => app.synth()).toThrow(`[shop/import] shop/import never ends in the mesh ${mesh} on Kubernetes 1.28`);
    const later = shop(mesh, { kubernetes: '1.29' });
    new Job(later.tenant, 'import', { containers: [container()] });
    expect(() => later.app.synth()).not.toThrow();
  });
});

test('the network of a workload is one, and every rendering is the same', () => {
  const { tenant, web, cart } = shop(MeshKind.ISTIO_AMBIENT);
  expect(Network.of(web)).toBe(Network.of(web));
  web.allowTo(cart);
  expect(Testing.synth(tenant)).toEqual(Testing.synth(tenant));
});

function failure(act: () => void): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
