import { agreedPorts, inOneMesh } from './edge';
import { Endpoint } from './endpoint';
import { portNames } from './port';
import { KubernetesVersion } from '../model/kubernetes-version';
import { MeshKind } from '../model/mesh-kind';

/** Before it, a proxy beside a Job runs on when the Job has ended. */
const NATIVE_SIDECARS_SINCE = KubernetesVersion.V1_29;

/** What is wrong with what a workload is allowed, once the app is complete. An edge is judged at its client. */
export function problemsOf(endpoint: Endpoint): string[] {
  const unserved = endpoint.plainText.notAmong(endpoint.served);
  return [
    ...[...endpoint.to.keys()].flatMap(server => firstOf(ofEdge(endpoint, server))),
    ...[...endpoint.from.keys()].filter(client => !client.to.has(endpoint)).map(client =>
      oneSided(`${endpoint.path} allows from ${client.path}`, `${client.path} must say allowTo(${endpoint.path})`)),
    ...unserved.length === 0 ? [] : [`${endpoint.path} takes plain text on ${unserved.join(', ')}, which it does not serve: ${serves(endpoint)}`],
    ...firstOf(ofJob(endpoint)),
  ];
}

function* ofEdge(client: Endpoint, server: Endpoint): Generator<string> {
  const edge = `${client.path} is allowed to ${server.path}`;
  const from = server.from.get(client);
  if (from === undefined) {
    yield oneSided(edge, `${server.path} must say acceptFrom(${client.path})`);
    return;
  }
  const { served } = server;
  const unserved = [...new Set([...client.to.get(server)!.notAmong(served), ...from.notAmong(served)])];
  if (served.length === 0) {
    yield `${edge}, which serves no port: give a container of ${server.path} a portNumber`;
  } else if (unserved.length > 0) {
    yield `${edge} on ${unserved.join(', ')}, which it does not serve: ${serves(server)}`;
  } else if (agreedPorts(client, server).length === 0) {
    yield `${edge}, but the two name no port in common: name the same in allowTo and in acceptFrom`;
  }
  if ((client.namespace === undefined) !== (server.namespace === undefined)) {
    const nowhere = client.namespace === undefined ? client : server;
    yield `${edge}, but nothing says in which namespace ${nowhere.path} is: give its Chart a namespace`;
  }
  const closed = agreedPorts(client, server).filter(port => port.protocol === 'TCP' && !server.plainText.includes(port));
  if (server.mesh.kind !== MeshKind.NONE && !inOneMesh(client, server) && closed.length > 0) {
    yield `${edge}, which takes mutual TLS of the mesh ${server.mesh.kind} only, and is not in it: put ${client.path} into a Tenant with that mesh, `
      + `or loosen it with Network.of(${server.pods.construct.node.id}).acceptPlainText(${closed[0].number})`;
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

function serves({ path, served }: Endpoint): string {
  return served.length === 0 ? `give a container of ${path} a portNumber` : `it serves ${portNames(served)}`;
}

function firstOf(problems: Generator<string>): string[] {
  const { value } = problems.next();
  return typeof value === 'string' ? [value] : [];
}
