import { Lazy } from 'cdk8s';
import { Edge, edgesFrom, edgesTo, peerOf, reach } from './edge';
import { Endpoint } from './endpoint';
import { Rule } from './rule';
import { DeclaredLine, writtenDeclaration } from '../connectivity/declaration/declaration';
import { DECLARED } from '../connectivity/declaration/declared';
import { ANYWHERE, DeclaredPeer, peerInPolicy } from '../connectivity/declaration/declared-peer';
import { Direction } from '../connectivity/direction';
import { PortSet, Protocol } from '../connectivity/port-set';

/** Where a manifest says no namespace, this one is meant. */
const DEFAULT = 'default';

type Ports = readonly { readonly number: number; readonly protocol: string }[];

/** What a policy lets through besides edges. It may change until it is rendered. */
export type Besides = { readonly [direction in Direction]: () => readonly Rule[] };

/**
 * What was declared of pods, as annotations of the policy for them: the verifier holds what all policies and the mesh let through together against it.
 * A mesh hides ports in its tunnel, and labels may select more than they were meant to: here workloads and ports have their names.
 */
export function declarationOf(endpoint: Endpoint, besides: Besides): { [annotation: string]: string } {
  return annotations({
    ingress: () => [
      ...edgesTo(endpoint).flatMap(edge => linesOf(edge, edge.client, endpoint)),
      ...linesOfRules(besides.ingress(), endpoint.namespace),
    ],
    egress: () => [
      ...edgesFrom(endpoint).flatMap(edge => linesOf(edge, edge.server, endpoint)),
      ...linesOfRules(besides.egress(), endpoint.namespace),
      ...linesOfHosts(endpoint),
    ],
  });
}

/** What is declared of pods by rules alone. */
export function declarationOfRules(namespace: string, { ingress, egress }: Besides): { [annotation: string]: string } {
  return annotations({ ingress: () => linesOfRules(ingress(), namespace), egress: () => linesOfRules(egress(), namespace) });
}

function annotations(lines: { readonly [direction in Direction]: () => readonly DeclaredLine[] }): { [annotation: string]: string } {
  const late = (direction: Direction) => [DECLARED[direction], Lazy.any({ produce: () => writtenDeclaration(lines[direction]()) })];
  return Object.fromEntries([late('ingress'), late('egress')]);
}

function linesOf(edge: Edge, other: Endpoint, self: Endpoint): DeclaredLine[] {
  const { served, mesh } = edge.server;
  const known = reach(edge, served).map(({ port, requests }) => ({ connections: portsOf([port]), requests: mesh.writtenRequests(requests) }));
  const byRequests = new Map<string | undefined, PortSet>();
  known.forEach(({ connections, requests }) => byRequests.set(requests, (byRequests.get(requests) ?? PortSet.NONE).or(connections)));
  return other.namespaced.flatMap(each => [...byRequests].map(([requests, connections]) => ({ peer: named(each, self), connections, requests })));
}

/** A workload or gateway by its name; all that a policy selects, where it is several, or nobody of the app makes it. */
function named(other: Endpoint, self: Endpoint): DeclaredPeer {
  const { pods: { kind, name }, namespace = DEFAULT } = other;
  return kind !== undefined ? { workload: `${namespace}/${name}[${kind}]` } : peerInPolicy(peerOf(other, self), self.namespace ?? DEFAULT);
}

function linesOfRules(rules: readonly Rule[], namespace = DEFAULT): DeclaredLine[] {
  return rules.flatMap(({ peers, ports }) => {
    const connections = ports === undefined ? PortSet.ALL : portsOf(ports);
    const declared: DeclaredPeer[] = peers?.map(peer => peerInPolicy(peer, namespace)) ?? [{ name: ANYWHERE }];
    return declared.map(peer => ({ peer, connections }));
  });
}

/** Where the mesh keeps pods to names: elsewhere rules open what is wider. */
function linesOfHosts({ mesh, hosts }: Endpoint): DeclaredLine[] {
  return mesh.resolvesHosts ? hosts.map(({ name, port }) => ({ peer: { name }, connections: PortSet.of('TCP', port) })) : [];
}

function portsOf(ports: Ports): PortSet {
  return ports.reduce((all, { number, protocol }) => all.or(PortSet.of(protocol as Protocol, number)), PortSet.NONE);
}
