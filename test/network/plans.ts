import { Chart, Cron } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import { manifestsOf, newApp, newTenant } from './apps';
import { Cluster, Flow, Pod, Request } from './cluster';
import { CronJob, DaemonSet, Deployment, Job, MeshKind, Network, StatefulSet } from '../../src';

const MAKE: ((chart: Chart, id: string) => Deployment | StatefulSet | DaemonSet | Job | CronJob)[] = [
  (chart, id) => new Deployment(chart, id),
  (chart, id) => new StatefulSet(chart, id, { service: new kplus.Service(chart, `${id}-service`, { ports: [{ port: 80 }] }) }),
  (chart, id) => new DaemonSet(chart, id),
  (chart, id) => new Job(chart, id),
  (chart, id) => new CronJob(chart, id, { schedule: Cron.daily() }),
];
export const FLOWS: Flow[] = [80, 443, 8080, 9090].flatMap(port => ['TCP', 'UDP'].map(protocol => ({ port, protocol })));
const NUMBERS = [80, 443, 8080, 9090];

const READ_REQUESTS: readonly MeshKind[] = [MeshKind.ISTIO_AMBIENT, MeshKind.ISTIO_SIDECAR, MeshKind.LINKERD, MeshKind.CILIUM];
const REQUESTS: Request[] = ['GET', 'POST'].flatMap(method => ['/a/x', '/b'].map(path => ({ method, path })));

/** What a client may be kept to, and whether a request is of it. */
const LIMITS: { methods?: string[]; paths?: string[]; has: (request: Request) => boolean }[] = [
  { methods: ['GET'], has: ({ method }) => method === 'GET' },
  { paths: ['/a/*'], has: ({ path }) => path === '/a/x' },
  { methods: ['POST', 'PUT'], paths: ['/a/x', '/b'], has: ({ method }) => method === 'POST' },
];

/** All that could be sent in a mesh: requests, where it tells them apart. */
export const flowsIn = (mesh: MeshKind): Flow[] => READ_REQUESTS.includes(mesh)
  ? FLOWS.flatMap(flow => flow.protocol === 'TCP' ? REQUESTS.map(request => ({ ...flow, request })) : [flow]) : FLOWS;

/** Pods that no manifest of ours makes. */
export const SYSTEM: Pod[] = [
  { id: 'dns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, serviceAccount: 'coredns' },
  { id: 'neighbour-of-dns', namespace: 'kube-system', labels: { 'k8s-app': 'metrics' }, serviceAccount: 'metrics' },
  { id: 'false-dns', namespace: 'stranger', labels: { 'k8s-app': 'kube-dns' }, serviceAccount: 'default' },
];

/** Whether a request is one of those that the graph writes on an edge, as in `GET /a/*, POST`. */
export function matches(written: string | undefined, { request }: Flow): boolean {
  return written === undefined || request !== undefined && written.split(', ').some(alternative => {
    const words = alternative.split(' ');
    const [methods, paths] = [words.find(word => !word.startsWith('/')), words.find(word => word.startsWith('/'))].map(list => list?.split(','));
    return (methods ?? [request.method]).includes(request.method)
      && (paths ?? [request.path]).some(path => path.endsWith('*') ? request.path.startsWith(path.slice(0, -1)) : path === request.path);
  });
}

/** Random tenants, workloads and edges. */
export interface Plan {
  /** Where each workload is: a tenant, or the last, which is a plain chart. */
  readonly workloads: readonly { place: number; kind: number; ports: readonly Flow[]; late: boolean }[];

  /** What each side says: ports, and what of `LIMITS` the client is kept to. */
  readonly edges: readonly {
    client: number;
    server: number;
    to?: readonly number[];
    from?: readonly number[];
    toLimit?: number;
    fromLimit?: number;
  }[];
}

const PLACES = 3;

const limit = fc.option(fc.nat(LIMITS.length - 1), { nil: undefined });
const numbers = fc.option(fc.subarray(NUMBERS, { minLength: 1 }), { nil: undefined });
export const plans: fc.Arbitrary<Plan> = fc.array(fc.record({
  place: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: PLACES - 1 }) }),
  kind: fc.integer({ min: 0, max: MAKE.length - 1 }),
  ports: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 5, arbitrary: fc.subarray(FLOWS, { minLength: 1, maxLength: 5 }) }),
  late: fc.boolean(),
}), { minLength: 2, maxLength: 6, size: 'max' }).chain(workloads => fc.record({
  workloads: fc.constant(workloads),
  edges: fc.array(fc.record({
    client: fc.integer({ min: 0, max: workloads.length - 1 }),
    // Some have many clients, whose ports differ.
    server: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: workloads.length - 1 }) }),
    to: numbers,
    from: numbers,
    toLimit: limit,
    fromLimit: limit,
  }), { maxLength: 12, size: 'max' }),
}));

export const key = (client: number, server: number, { port, protocol, request }: Flow) =>
  `${client}→${server}:${port}/${protocol}${request === undefined ? '' : ` ${request.method} ${request.path}`}`;

/** Builds a plan; what cannot be declared without an error is left out. Returns what must be reachable. */
export function build(mesh: MeshKind, { workloads, edges }: Plan) {
  const app = newApp();
  const charts = [newTenant(app, 'shop', mesh), newTenant(app, 'bank', mesh), new Chart(app, 'plain', { namespace: 'plain' })];
  const made = workloads.map(({ place, kind }, index) => MAKE[kind](charts[place], `w${index}`));
  const container = made.map(workload => workload.addContainer({ image: 'image' }));
  const addPorts = (late: boolean) => workloads.forEach((each, index) => each.late === late
    && each.ports.forEach(({ port, protocol }) => container[index].addPort({ number: port, protocol: protocol as kplus.Protocol })));
  addPorts(false);
  // A waypoint reads what is sent to a Service, by another port here.
  workloads.forEach(({ ports, place }, index) => {
    const served = [...new Set(ports.filter(({ protocol }) => protocol === 'TCP').map(({ port }) => port))];
    if (mesh === MeshKind.ISTIO_AMBIENT && place !== PLACES - 1 && served.length > 0) {
      new kplus.Service(charts[place], `s${index}`, {
        selector: made[index], ports: served.map(port => ({ name: `p${port}`, port: port + 1000, targetPort: port })),
      });
    }
  });
  const flows = flowsIn(mesh);
  // Linkerd does not tell one path from all that are beside it.
  const inMesh = (limits: typeof LIMITS[number]) => mesh !== MeshKind.LINKERD ? limits : { ...limits, paths: limits.paths?.map(path => path.replace('/a/x', '/a/*')) };
  const limitOf = (index: number | undefined) => index === undefined || !READ_REQUESTS.includes(mesh) ? undefined : inMesh(LIMITS[index]);
  const isLimited = (index: number) => READ_REQUESTS.includes(mesh)
    && edges.some(({ server, toLimit, fromLimit }) => server === index && (toLimit !== undefined || fromLimit !== undefined));

  const expected = new Set<string>();
  const pairs = new Map<string, { to: (Flow[])[]; from: (Flow[])[]; declare: (() => void)[]; client: number; server: number }>();
  for (const { client, server, to, from, toLimit, fromLimit } of edges) {
    const [a, b] = [workloads[client], workloads[server]];
    const outside = a.place === PLACES - 1 && b.place !== PLACES - 1 && mesh !== MeshKind.NONE;
    const choose = (wanted: readonly number[] | undefined) => b.ports.filter(({ port }) => wanted?.includes(port) ?? true);
    const named = (wanted: readonly number[] | undefined) => wanted === undefined ? undefined : [...new Set(choose(wanted).map(({ port }) => port))];
    const isInMesh = b.place !== PLACES - 1;
    const [out, into] = [toLimit, fromLimit].map(index => isInMesh ? limitOf(index) : undefined);
    // Whoever takes plain text on a port cannot keep others there to some requests, and Linkerd cannot tell a client outside of the mesh from one inside.
    if (choose(to).length === 0 || choose(from).length === 0 || outside && (mesh === MeshKind.LINKERD || isLimited(server))) {
      continue;
    }
    const sent = (wanted: readonly number[] | undefined, requests: typeof out) => flows.filter(({ port, protocol, request }) =>
      choose(wanted).some(each => each.port === port && each.protocol === protocol)
      && (requests === undefined || request !== undefined && requests.has(request)));
    const pair = pairs.get(`${client} ${server}`) ?? { to: [], from: [], declare: [], client, server };
    pairs.set(`${client} ${server}`, pair);
    const options = (wanted: readonly number[] | undefined, requests: typeof out) =>
      ({ ports: named(wanted), methods: requests?.methods, paths: requests?.paths });
    const allowTo = () => made[client].allowTo(made[server], options(to, out));
    const acceptFrom = () => made[server].acceptFrom(made[client], options(from, into));
    pair.to.push(sent(to, out));
    if (a.place === b.place) {
      pair.declare.push(allowTo);
      pair.from.push(sent(to, out));
    } else {
      pair.declare.push(allowTo, acceptFrom);
      pair.from.push(sent(from, into));
    }
    if (outside) {
      pair.declare.push(...b.ports.filter(({ protocol }) => protocol === 'TCP').map(({ port }) => () => Network.of(made[server]).acceptPlainText(port)));
    }
  }
  for (const { to, from, declare, client, server } of pairs.values()) {
    const agreed = to.flat().filter(flow => from.flat().includes(flow));
    if (agreed.length > 0) {
      declare.forEach(each => each());
      agreed.forEach(flow => expected.add(key(client, server, flow)));
    }
  }
  addPorts(true);
  const names = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];
  const manifests = manifestsOf(app);
  const cluster = new Cluster(manifests, SYSTEM);
  const pods = workloads.map(({ place, kind }, index) => cluster.pod(['shop', 'bank', 'plain'][place], `${names[kind]}/${made[index].name}`));
  return { manifests, cluster, pods, expected };
}

