import { Edge, isLimited, reach, workloadsOf } from './edge';
import { Endpoint } from './endpoint';
import { ServiceOfWorkload } from './mesh/waypoint-kind';
import { servicesBefore } from './waypoint-services';

/** What keeps a waypoint from reading the requests of an edge: none is made for what does not pass it. */
export function* waypointProblems(what: string, edge: Edge): Generator<string> {
  const kind = edge.server.mesh.waypoints;
  if (kind === undefined) {
    return;
  }
  if (edge.client.pods.pastServices === true) {
    yield `${what} for some methods or paths only, but ${edge.client.path} sends requests to pods themselves, past the waypoint of their Service that would read them: `
      + 'leave methods and paths out';
  }
  for (const workload of workloadsOf(edge.server).filter(each => each.waypoint !== undefined)) {
    const services = servicesBefore(workload);
    const led = new Set(services.flatMap(({ ports }) => ports.map(({ target }) => target)));
    const unserved = reach(edge, workload.served).filter(isLimited).find(({ port }) => !led.has(port.number));
    if (unserved !== undefined) {
      yield `${what} for some methods or paths only, which a waypoint reads on the way to a Service, and there is none of ${workload.path} alone, with an address, `
        + `that leads to ${unserved.port.number}: make one, such as with exposeViaService(), or leave methods and paths out`;
    }
    const twice = ambiguous(services);
    if (twice !== undefined) {
      yield `${what} for some methods or paths only, but Services of ${workload.path} lead ${twice} to different ports, which its waypoint cannot tell apart: give one of them another port`;
    }
    yield* sameName(workload, kind.name);
  }
}

/** A port that two Services lead to different ones. A waypoint sees which port a client asked for. */
function ambiguous(services: readonly ServiceOfWorkload[]): number | undefined {
  const all = services.flatMap(({ ports }) => ports);
  return all.find(({ port, target }) => all.some(other => other.port === port && other.target !== target))?.port;
}

/** What is called as the waypoint is, would be taken for it. */
function* sameName({ group }: Endpoint, name: string): Generator<string> {
  const other = group!.members.find(({ pods }) => pods.name === name || pods.serviceAccount === name);
  if (other !== undefined) {
    yield `${other.path} or its service account is called "${name}", as the waypoint of its tenant is: give it another name`;
  }
}
