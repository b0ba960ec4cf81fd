import { Edge, edgesFrom, hasNamed, inOneMesh, inOrder, isLimited, reach, sameTenant, workloadsOf } from './edge';
import { Endpoint } from './endpoint';
import { portNames } from './port';
import { everyEdgeTo, reachedBy } from './reached';
import { waypointProblems } from './waypoint-problems';
import { KubernetesVersion } from '../model/kubernetes-version';
import { MeshKind } from '../model/mesh-kind';

/** Before it, a proxy beside a Job runs on when the Job has ended. */
const NATIVE_SIDECARS_SINCE = KubernetesVersion.V1_29;

/** What is wrong with what pods are allowed, once the app is complete. An edge is judged at its client. */
export function problemsOf(endpoint: Endpoint): string[] {
  const unserved = endpoint.plainText.notAmong(endpoint.served);
  return [
    ...[...endpoint.to.keys()].flatMap(server => firstOf(ofServer(endpoint, server))),
    ...[...endpoint.from.keys()].flatMap(client => firstOf(ofClient(client, endpoint))),
    ...endpoint.isInternal ? endpoint.members.flatMap(client => firstOf(ofMesh({ client, server: endpoint }))) : [],
    ...unserved.length === 0 ? [] : [`${endpoint.path} takes plain text on ${unserved.join(', ')}, which it does not serve: ${serves(endpoint)}`],
    ...firstOf(ofRequests(endpoint)),
    ...firstOf(ofJob(endpoint)),
  ];
}

/** What is wrong with what a client says. */
function* ofServer(client: Endpoint, server: Endpoint): Generator<string> {
  const edge = `${client.path} is allowed to ${server.path}`;
  const agreed = edgesFrom(client).filter(each => each.server.around.includes(server));
  if (agreed.length === 0) {
    yield oneSided(edge, `${orOneIn(server)} must say acceptFrom(${client.path})`);
    return;
  }
  const unserved = [...new Set([...client.to.get(server)!.notAmong(server.served), ...server.from.get(client)?.notAmong(server.served) ?? []])];
  if (server.served.length === 0) {
    yield `${edge}, which serves no port: give a container of ${server.path} a portNumber`;
  } else if (unserved.length > 0) {
    yield `${edge} on ${unserved.join(', ')}, which it does not serve: ${serves(server)}`;
  } else if (agreed.every(each => reach(each).length === 0)) {
    yield `${edge}, but the two name no port, method and path in common: name the same in allowTo and in acceptFrom`;
  }
  for (const each of agreed) {
    yield* ofMesh(each);
  }
}

/** What is wrong with what a server says, as far as no client has said it. */
function* ofClient(client: Endpoint, server: Endpoint): Generator<string> {
  const edge = `${server.path} allows from ${client.path}`;
  const own = client.foreign || sameTenant(client, server) ? [client] : client.members.filter(each => sameTenant(each, server));
  const clients = [...own, ...workloadsOf(client).filter(each => hasNamed(each.to, server))];
  if (clients.length === 0) {
    yield oneSided(edge, `${orOneIn(client)} must say allowTo(${server.path})`);
  }
  const unserved = server.from.get(client)!.notAmong(server.served);
  if (unserved.length > 0 && !client.to.has(server)) {
    yield `${edge} on ${unserved.join(', ')}, which it does not serve: ${serves(server)}`;
  }
  if (client.foreign || sameTenant(client, server) && !client.to.has(server)) {
    yield* ofMesh({ client, server });
  }
}

/** What the meshes of the two cannot do. */
function* ofMesh({ client, server }: Edge): Generator<string> {
  const edge = `${client.path} is allowed to ${server.path}`;
  if (!client.foreign && client.pods.namespaceLabels === undefined && server.pods.namespaceLabels === undefined
    && (client.namespace === undefined) !== (server.namespace === undefined)) {
    const nowhere = client.namespace === undefined ? client : server;
    yield `${edge}, but nothing says in which namespace ${nowhere.path} is: give its Chart a namespace`;
  }
  for (const one of client.namespaced) {
    for (const other of server.namespaced) {
      yield* ofPorts(edge, one, other, { client, server });
    }
  }
}

function* ofPorts(what: string, client: Endpoint, server: Endpoint, edge: Edge): Generator<string> {
  const { mesh, plainText } = server;
  const ports = reach(edge, server.served).filter(({ port }) => port.protocol === 'TCP');
  const closed = ports.filter(({ port }) => !plainText.includes(port));
  if (mesh.kind !== MeshKind.NONE && !inOneMesh(client, server) && closed.length > 0) {
    yield client.foreign
      ? `${what}, which takes mutual TLS of the mesh ${mesh.kind} only: give monitoring in its Platform the serviceAccount that it has in the mesh, `
        + `or loosen it with Network.of(${server.pods.construct.node.id}).acceptPlainText(${closed[0].port.number})`
      : `${what}, which takes mutual TLS of the mesh ${mesh.kind} only, and is not in it: put ${client.path} into a Tenant with that mesh, `
        + `or loosen it with Network.of(${server.pods.construct.node.id}).acceptPlainText(${closed[0].port.number})`;
  }
  const limited = ports.filter(isLimited);
  if (limited.length > 0 && !mesh.readsRequests) {
    yield `${what} for some methods or paths only, which no policy can tell from others without a mesh: `
      + 'give the Platform of its Tenant MeshKind.ISTIO_AMBIENT, or another mesh, or leave methods and paths out';
  }
  if (limited.length > 0) {
    yield* waypointProblems(what, edge);
  }
  const inClear = limited.find(({ port }) => plainText.includes(port));
  if (inClear !== undefined) {
    yield `${what} for some methods or paths only, but ${server.path} takes plain text on ${inClear.port.number}, from whom nothing is known: `
      + 'leave out acceptPlainText, or methods and paths';
  }
}

/** What keeps the mesh of a workload from telling apart what its clients may send. */
function* ofRequests(server: Endpoint): Generator<string> {
  const { mesh, pods, path, foreign } = server;
  if (mesh.confused === undefined || pods.serviceAccount === undefined || foreign) {
    return;
  }
  for (const { port: { number }, clients } of reachedBy(server, everyEdgeTo(server))) {
    const why = mesh.confused(clients, (pods.probes ?? []).filter(({ port }) => port === number).map(probe => probe.path));
    if (why !== undefined) {
      yield `${path} is reached on ${number} for some methods or paths only, ${why}`;
    }
  }
}

function* ofJob({ path, pods, mesh, platform }: Endpoint): Generator<string> {
  if (mesh.sidecar && pods.end && !platform.kubernetes.atLeast(NATIVE_SIDECARS_SINCE)) {
    yield `${path} never ends in the mesh ${mesh.kind} on Kubernetes ${platform.kubernetes}, because its proxy does not: give its Platform kubernetes: '${NATIVE_SIDECARS_SINCE}' or later`;
  }
}

function oneSided(half: string, wanted: string): string {
  return `${half}, but they are of different tenants, so both must say it: ${wanted} too`;
}

/** Who has to say it: a workload, or where a whole tenant is meant, one of its workloads. */
function orOneIn(side: Endpoint): string {
  const workloads = inOrder(workloadsOf(side)).map(({ path }) => path);
  return side.pods.serviceAccount !== undefined ? side.path : `a workload of ${side.path}${workloads.length === 0 ? '' : `, such as ${workloads[0]},`}`;
}

function serves({ path, served }: Endpoint): string {
  return served.length === 0 ? `give a container of ${path} a portNumber` : `it serves ${portNames(served)}`;
}

function firstOf(problems: Generator<string>): string[] {
  const { value } = problems.next();
  return typeof value === 'string' ? [value] : [];
}
