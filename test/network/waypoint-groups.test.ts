import * as fc from 'fast-check';
import { container, manifestsOf, newApp, newTenant } from './apps';
import { Cluster } from './cluster';
import { AllowOptions, Deployment, MeshKind, Owner } from '../../src';

const WORKLOADS = ['shop/web', 'shop/db', 'bank/web', 'bank/db'];
const LIMITS: AllowOptions[] = [{}, { methods: ['GET'] }, { paths: ['/a/*'] }, { ports: [9090] }, { ports: [9090], methods: ['POST'] }];
const FLOWS = [8080, 9090].flatMap(port => ['GET', 'POST'].flatMap(method => ['/a/x', '/b'].map(path => ({ port, protocol: 'TCP', request: { method, path } }))));

/** Each side names the other one, its tenant or its owner. */
interface Edge {
  readonly client: number;
  readonly server: number;
  readonly names: readonly [server: number, client: number];
  readonly limits: readonly [to: number, from: number];
}

const index = fc.nat(WORKLOADS.length - 1);
const [level, limit] = [fc.nat(2), fc.nat(LIMITS.length - 1)];
const declared: fc.Arbitrary<Edge[]> = fc.array(
  fc.record({ client: index, server: index, names: fc.tuple(level, level), limits: fc.tuple(limit, limit) }), { minLength: 1, maxLength: 4, size: 'max' });

/** What comes through where this is said, as `shop/web→bank/db:8080 GET /a/x`. */
function reached(mesh: MeshKind, edges: readonly Edge[]): string[] {
  const app = newApp();
  const tenants = ['shop', 'bank'].map(id => newTenant(app, id, mesh));
  const workloads = WORKLOADS.map(path => {
    const [tenant, id] = path.split('/');
    const workload = new Deployment(tenants[tenant === 'shop' ? 0 : 1], id, { containers: [container(8080)] });
    workload.containers[0].addPort({ number: 9090 });
    workload.exposeViaService({ ports: [80, 90].map(port => ({ name: `p${port}`, port, targetPort: port === 80 ? 8080 : 9090 })) });
    return workload;
  });
  const named = (which: number, by: number) => [workloads[which], tenants[which < 2 ? 0 : 1], Owner.of(app, 'team-a')][by];
  edges.forEach(({ client, server, names, limits }) => {
    workloads[client].allowTo(named(server, names[0]), LIMITS[limits[0]]);
    workloads[server].acceptFrom(named(client, names[1]), LIMITS[limits[1]]);
  });
  const cluster = new Cluster(manifestsOf(app));
  const pods = WORKLOADS.map(path => cluster.pod(path.split('/')[0], `Deployment/${path.split('/')[1]}`));
  return pods.flatMap((client, from) => pods.flatMap((server, to) => FLOWS.filter(flow => cluster.reaches(client, server, flow))
    .map(({ port, request: { method, path } }) => `${WORKLOADS[from]}→${WORKLOADS[to]}:${port} ${method} ${path}`)));
}

test('tenants and owners as peers: what comes through waypoints is what comes through with sidecars', () => {
  let count = 0;
  fc.assert(fc.property(declared, edges => {
    const withSidecars = allowed(edges);
    fc.pre(withSidecars !== undefined);
    count += withSidecars!.length;
    expect(reached(MeshKind.ISTIO_AMBIENT, edges)).toEqual(withSidecars);
  }), { numRuns: 30 });
  expect(count).toBeGreaterThan(100);
}, 300_000);

/** Nothing where the two sides have no request in common. */
function allowed(edges: readonly Edge[]): string[] | undefined {
  try {
    return reached(MeshKind.ISTIO_SIDECAR, edges);
  } catch (error) {
    expect((error as Error).message).toContain('the two name no port, method and path in common');
    return undefined;
  }
}
