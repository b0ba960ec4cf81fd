import { ApiObject } from 'cdk8s';
import { declarationOf } from './declaration';
import { dnsRules } from './dns';
import { Edge, edgesFrom, edgesTo, ruleOf } from './edge';
import { Endpoint } from './endpoint';
import { everyEdgeTo, reachedDirectly } from './reached';
import { Rule } from './rule';
import { fromWaypoint, putWaypoints, toWaypoints } from './waypoint';

/** Says on a policy which names its author meant: it cannot name them, and opens their ports to all addresses that are not private. */
const WIDER = 'cdk8s-bulwark/wider-than-hosts';

/**
 * Makes those objects of an endpoint that are missing for what it is allowed now. What they say is rendered late: what is allowed later counts.
 *
 * @param edges those by which it is reached since it was last asked; all, where it has changed itself
 */
export function makeObjects(endpoint: Endpoint, edges?: readonly Edge[]): void {
  const { mesh, platform, foreign, hosts, group, pods } = endpoint;
  const { construct, name, matchLabels, namespaceLabels } = pods;
  // Policies stand in one namespace, so those of an owner stand in each of its tenants.
  if (foreign || namespaceLabels !== undefined) {
    return;
  }
  putWaypoints(endpoint, edges ?? everyEdgeTo(endpoint)).filter(each => each !== endpoint).forEach(each => makeObjects(each));
  if (hasPolicy(endpoint) && construct.node.tryFindChild('NetworkPolicy') === undefined) {
    mesh.makePolicy(construct, 'NetworkPolicy', {
      name,
      annotations: declarationOf(endpoint, { ingress: () => endpoint.ingress, egress: () => egressBesides(endpoint) }),
      matchLabels,
      hosts,
      dns: dnsRules(platform.dns),
      ingress: () => ingress(endpoint),
      egress: () => egress(endpoint),
    });
  }
  const policy = construct.node.tryFindChild('NetworkPolicy') as ApiObject | undefined;
  if (hosts.length > 0 && !mesh.resolvesHosts) {
    policy?.metadata.addAnnotation(WIDER, [...new Set(hosts.map(host => `${host.name}:${host.port}`))].sort().join(','));
  }
  const { pods: around, members } = group ?? { pods, members: [endpoint] };
  for (const host of new Set(hosts.map(each => each.name))) {
    mesh.knowHost(around.construct, host, () => portsOf(host, members));
  }
  if (mesh.perWorkload && pods.serviceAccount === undefined) {
    return;
  }
  const reached = (by: readonly Edge[]) => reachedDirectly(endpoint, by);
  mesh.authorize({
    construct, name, matchLabels, hosts, reached: () => reached(edgesAtPods(endpoint)), probes: () => pods.probes ?? [],
  }, reached(edges ?? edgesAtPods(endpoint)));
}

/** A workload outside of tenants has no default policy that isolates it. */
function hasPolicy({ tenant, to, toBy, from, fromBy, egress: more, ingress: others, hosts, pods, group, waypoint }: Endpoint): boolean {
  return tenant === undefined || waypoint !== undefined
    || to.size + toBy.size + from.size + fromBy.size + more.length + others.length + hosts.length > 0
    || pods.serviceAccount === undefined && group !== undefined && (group.isInternal || group.toBy.size + group.fromBy.size > 0);
}

/** The edges by which the mesh must let clients in at pods: where it has an object for each workload alone, or a waypoint, those of the whole tenant too. */
function edgesAtPods(server: Endpoint): Edge[] {
  return server.mesh.perWorkload || server.waypoint !== undefined ? everyEdgeTo(server) : edgesTo(server);
}

function portsOf(host: string, workloads: readonly Endpoint[]): number[] {
  return [...new Set(workloads.flatMap(({ hosts }) => hosts.filter(({ name }) => name === host).map(({ port }) => port)))].sort((a, b) => a - b);
}

function ingress(server: Endpoint): Rule[] {
  return [
    ...edgesTo(server).map(edge => ruleOf(edge, 'server')),
    ...fromWaypoint(server),
    ...server.ingress,
  ];
}

function egress(client: Endpoint): Rule[] {
  return [...edgesFrom(client).map(edge => ruleOf(edge, 'client')), ...toWaypoints(client), ...egressBesides(client)];
}

/** In a tenant, its default policy lets all pods resolve names. */
function egressBesides({ tenant, platform, egress: more }: Endpoint): Rule[] {
  return [...tenant === undefined ? dnsRules(platform.dns) : [], ...more];
}
