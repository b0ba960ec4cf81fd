import { Chart, Cron, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { container, manifestsOf, newApp, shop, twoTenants } from './apps';
import { Cluster } from './cluster';
import { CronJob, Deployment, Job, MeshKind, Network, Remote } from '../../src';

const policy = (manifests: any[], name: string) => manifests.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === name)?.spec;

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

  test('acceptFrom is the same edge, and saying it twice changes nothing', () => {
    const render = (declare: (web: Deployment, cart: Deployment) => void) => {
      const { app, web, cart } = shop();
      declare(web, cart);
      return manifestsOf(app);
    };
    const once = render((web, cart) => web.allowTo(cart));
    expect(render((web, cart) => cart.acceptFrom(web))).toEqual(once);
    expect(render((web, cart) => [1, 2].forEach(() => web.allowTo(cart)))).toEqual(once);
    expect(render((web, cart) => web.allowTo(cart, { ports: [7070, 7070] }))).toEqual(once);
  });

  test('the order of calls does not show', () => {
    const render = (order: number[]) => {
      const { app, tenant, web } = shop();
      const clients = ['a', 'b', 'c'].map(id => new Job(tenant, id, { containers: [container()] }));
      order.forEach(index => clients[index].allowTo(web));
      web.allowTo(Remote.cidr('203.0.113.0/24'), { ports: [443, 80] });
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
    ledger.acceptFrom(web);
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
    ledger.acceptFrom(web, { ports: [9091] });
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
    ['0.0.0.0/0', '::/0', '10.0.0.0/8', '203.0.113.0/24'].forEach(cidr => web.allowTo(Remote.cidr(cidr), { ports: [443] }));
    expect(policy(manifestsOf(app), 'web').egress.map(({ to }: any) => to[0].ipBlock)).toEqual([
      { cidr: '0.0.0.0/0', except: ['10.1.0.0/16', '100.100.100.200/32', '169.254.169.254/32'] },
      { cidr: '::/0', except: ['fd00:ec2::254/128', 'fd01::/64', 'fd20:ce::254/128'] },
      { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] },
      { cidr: '203.0.113.0/24' },
    ]);
  });

  test('an address that is named itself is believed', () => {
    const { app, web } = shop(MeshKind.NONE, PROPS);
    web.allowTo(Remote.cidr('169.254.169.254/32'), { ports: [80] });
    expect(policy(manifestsOf(app), 'web').egress[0].to).toEqual([{ ipBlock: { cidr: '169.254.169.254/32' } }]);
  });

  test('only the workload that is allowed reaches them', () => {
    const { app, web } = shop(MeshKind.NONE, PROPS);
    web.allowTo(Remote.cidr('0.0.0.0/0'), { ports: [443] });
    web.allowTo(Remote.cidr('203.0.113.0/24', { protocol: kplus.Protocol.UDP }), { ports: [123] });
    const cluster = new Cluster(manifestsOf(app));
    const reaches = (id: string, address: string, port: number, protocol = 'TCP') => cluster.reachesAddress(cluster.pod('shop', id), address, { port, protocol });
    expect(['8.8.8.8', '169.254.169.254', '10.1.2.3'].map(address => reaches('Deployment/web', address, 443))).toEqual([true, false, false]);
    expect(reaches('Deployment/web', '203.0.113.7', 123, 'UDP')).toBe(true);
    expect(reaches('Deployment/web', '8.8.8.8', 80)).toBe(false);
    expect(reaches('Deployment/cart', '8.8.8.8', 443)).toBe(false);
  });

  test('the API server is where the platform says', () => {
    const { app, web } = shop(MeshKind.ISTIO_AMBIENT, PROPS);
    web.allowTo(Remote.apiServer());
    web.allowTo(Remote.apiServer());
    expect(policy(manifestsOf(app), 'web').egress).toEqual([{
      to: [{ ipBlock: { cidr: '10.0.0.1/32' } }, { ipBlock: { cidr: 'fd00::1/128' } }],
      ports: [{ port: 6443, protocol: 'TCP' }],
    }]);
  });
});

test('the network of a workload is one, and every rendering is the same', () => {
  const { tenant, web, cart } = shop(MeshKind.ISTIO_AMBIENT);
  expect(Network.of(web)).toBe(Network.of(web));
  web.allowTo(cart);
  expect(Testing.synth(tenant)).toEqual(Testing.synth(tenant));
});
