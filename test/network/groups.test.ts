import { container, manifestsOf, newApp, newTenant, SUPPORTED_MESHES } from './apps';
import { Cluster } from './cluster';
import { Deployment, MeshKind, Owner, Tenant } from '../../src';

/** `shop` and `bank` are of team-a, `spy` is of team-b. Each has two workloads, which serve 8080 and 9090. */
function three(mesh: MeshKind) {
  const app = newApp();
  const tenants = ['shop', 'bank', 'spy'].map((id, index) => newTenant(app, id, mesh, {}, index === 2 ? 'team-b' : 'team-a'));
  const workloads = Object.fromEntries(tenants.flatMap(tenant => ['web', 'db'].map((id): [string, Deployment] => {
    const deployment = new Deployment(tenant, id, { containers: [container(8080)] });
    deployment.containers[0].addPort({ number: 9090 });
    return [`${tenant.node.id}/${id}`, deployment];
  })));
  return { app, tenants: Object.fromEntries(tenants.map(tenant => [tenant.node.id, tenant])) as { [id: string]: Tenant }, workloads };
}
type Three = ReturnType<typeof three>;

/** Who reaches whom, as `client→server:port`. */
function edges({ app, workloads }: Three, ports = [8080, 9090, 80]): string[] {
  const cluster = new Cluster(manifestsOf(app));
  const pod = (id: string) => cluster.pod(id.split('/')[0], `Deployment/${id.split('/')[1]}`);
  const ids = Object.keys(workloads);
  return ids.flatMap(client => ids.flatMap(server => ports.filter(port => cluster.reaches(pod(client), pod(server), { port, protocol: 'TCP' }))
    .map(port => `${client}→${server}:${port}`))).sort();
}

const ALL = ['shop/web', 'shop/db', 'bank/web', 'bank/db', 'spy/web', 'spy/db'];
const among = (clients: string[], servers: string[], ports = [8080, 9090]) =>
  clients.flatMap(client => servers.flatMap(server => ports.map(port => `${client}→${server}:${port}`))).sort();
const of = (...tenants: string[]) => ALL.filter(id => tenants.includes(id.split('/')[0]));

describe.each(SUPPORTED_MESHES)('in %s', mesh => {
  type Declare = (app: Three) => void;
  test.each<[string, string[], Declare]>([
    ['a workload reaches all of its tenant', among(['shop/web'], of('shop')), ({ tenants, workloads }) => workloads['shop/web'].allowTo(tenants.shop)],
    ['all of a tenant reach a workload', among(of('shop'), ['shop/db'], [9090]),
      ({ tenants, workloads }) => workloads['shop/db'].acceptFrom(tenants.shop, { ports: [9090] })],
    ['a workload lets in another tenant, of which one agrees', among(['bank/web'], ['shop/db']), ({ tenants, workloads }) => {
      workloads['shop/db'].acceptFrom(tenants.bank);
      workloads['bank/web'].allowTo(workloads['shop/db']);
    }],
    ['a workload is allowed to another tenant, of which one agrees, on its port', among(['shop/web'], ['bank/db'], [8080]), ({ tenants, workloads }) => {
      workloads['bank/db'].acceptFrom(workloads['shop/web'], { ports: [8080] });
      workloads['shop/web'].allowTo(tenants.bank);
    }],
    ['both name a whole tenant', among(['shop/web'], ['bank/db']), ({ tenants, workloads }) => {
      workloads['shop/web'].allowTo(tenants.bank);
      workloads['bank/db'].acceptFrom(tenants.shop);
    }],
    ['a workload lets in its owner: its tenant, and who agrees', [...among(of('shop'), ['shop/db']), ...among(['bank/web'], ['shop/db'])].sort(),
      ({ app, workloads }) => {
        workloads['shop/db'].acceptFrom(Owner.of(app, 'team-a'));
        workloads['bank/web'].allowTo(workloads['shop/db']);
      }],
    ['an owner is open in itself, and to nobody else', among(of('shop', 'bank'), of('shop', 'bank')), ({ app }) => Owner.of(app, 'team-a').allowInternal()],
    ['an owner is open in itself on one port', among(of('shop', 'bank'), of('shop', 'bank'), [9090]), ({ app }) => Owner.of(app, 'team-a').allowInternal({ ports: [9090] })],
  ])('%s', (_what, expected, declare) => {
    const app = three(mesh);
    declare(app);
    expect(app.app.node.findAll().flatMap(({ node }) => node.validate())).toEqual([]);
    expect(edges(app)).toEqual(expected);
  });

  test('what is made after it was allowed counts', () => {
    const app = newApp();
    Owner.of(app, 'team-a').allowInternal();
    const [shop, bank] = ['shop', 'bank'].map(id => newTenant(app, id, mesh));
    const [web, db] = [new Deployment(shop, 'web', { containers: [container(8080)] }), new Deployment(bank, 'db', { containers: [container(8080)] })];
    const cluster = new Cluster(manifestsOf(app));
    expect(cluster.reaches(cluster.pod('shop', `Deployment/${web.name}`), cluster.pod('bank', `Deployment/${db.name}`), { port: 8080, protocol: 'TCP' })).toBe(true);
  });
});

test('an owner that is open in itself costs one policy a tenant, by the label of their namespaces', () => {
  const { app } = three(MeshKind.ISTIO_AMBIENT);
  Owner.of(app, 'team-a').allowInternal();
  const manifests = manifestsOf(app);
  const policies = manifests.filter(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'all-workloads');
  expect(policies.map(({ metadata }) => metadata.namespace)).toEqual(['shop', 'bank']);
  const peers = [{ namespaceSelector: { matchLabels: { 'cdk8s-bulwark/owner': 'team-a' } } }];
  const ports = [{ port: 15008, protocol: 'TCP' }];
  expect(policies[0].spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [{ from: peers, ports }], egress: [{ to: peers, ports }] });
  expect(manifests.find(({ kind, metadata }) => kind === 'AuthorizationPolicy' && metadata.name === 'all-workloads').spec).toEqual({
    action: 'ALLOW',
    rules: [{ from: [{ source: { namespaces: ['bank', 'shop'] } }], to: [{ operation: { ports: ['8080', '9090'] } }] }],
  });
});

describe('at synthesis, the error says who must say what', () => {
  type Declare = (app: Three) => void;
  test.each<[string, string, Declare]>([
    ['a tenant of which nobody agrees', '[shop/web] shop/web is allowed to bank, but they are of different tenants, so both must say it: '
      + 'a workload of bank, such as bank/db, must say acceptFrom(shop/web) too', ({ tenants, workloads }) => workloads['shop/web'].allowTo(tenants.bank)],
    ['a tenant that nobody of it uses', '[shop/web] shop/web allows from bank, but they are of different tenants, so both must say it: '
      + 'a workload of bank, such as bank/db, must say allowTo(shop/web) too', ({ tenants, workloads }) => workloads['shop/web'].acceptFrom(tenants.bank)],
    ['a port that nobody of it serves', '[shop/web] shop/web is allowed to shop on 81, which it does not serve: it serves 8080/TCP, 9090/TCP',
      ({ tenants, workloads }) => workloads['shop/web'].allowTo(tenants.shop, { ports: [81] })],
  ])('%s', (_what, message, declare) => {
    const app = three(MeshKind.NONE);
    declare(app);
    expect(() => app.app.synth()).toThrow(message);
  });

  test('an owner that cannot be a label', () => {
    expect(() => Owner.of(three(MeshKind.NONE).tenants.shop, 'team a')).toThrow('shop: owner');
  });
});
