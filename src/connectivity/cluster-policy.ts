import { addressesOf, isWithin } from './address-range';
import { Decision, Direction, Peers, Ports } from './direction';
import { Endpoint, namedPorts, Workload } from './endpoint';
import { anyOf, selected, Selection, selects } from './peer-selection';
import { PortSet, PROTOCOLS, Protocol } from './port-set';
import { JsonObject, Manifest } from '../inventory/manifest';

/** A policy of an administrator, read for one direction. */
export interface ClusterPolicy {
  readonly tier: 'admin' | 'baseline';
  readonly priority: number;
  readonly isAbout: (workload: Workload) => boolean;
  readonly decisions: readonly Decision[];
}

const GROUP = 'policy.networking.k8s.io';

/** The kinds of administrators' policies, and the tier of each where its kind says it. */
export const CLUSTER_POLICIES: { readonly [groupKind: string]: 'admin' | 'baseline' | undefined } = {
  [`${GROUP}/AdminNetworkPolicy`]: 'admin',
  [`${GROUP}/BaselineAdminNetworkPolicy`]: 'baseline',
  [`${GROUP}/ClusterNetworkPolicy`]: undefined,
};

const PEERS: { readonly [direction in Direction]: string } = { ingress: 'from', egress: 'to' };

/** What a policy of an administrator says of a direction. */
export function clusterPolicy({ object, groupKind }: Manifest, direction: Direction): ClusterPolicy {
  const spec: JsonObject = object.spec ?? {};
  return {
    tier: CLUSTER_POLICIES[groupKind] ?? (spec.tier === 'Baseline' ? 'baseline' : 'admin'),
    priority: Number(spec.priority ?? 0),
    isAbout: workload => selectionsOf(spec.subject ?? {}).some(selection => selects(selection, workload)),
    decisions: (spec[direction] ?? []).map((rule: JsonObject) => ({
      action: rule.action === 'Accept' ? 'Allow' : rule.action,
      peers: anyOf((rule[PEERS[direction]] ?? []).flatMap(peersOf)),
      ports: rule.protocols === undefined ? portsOf(rule.ports) : protocolsOf(rule.protocols),
    })),
  };
}

/** `namespaces` selects namespaces with all that is in them; `pods` has a selector for each. */
function selectionsOf({ namespaces, pods }: JsonObject): Selection[] {
  return namespaces !== undefined ? [{ namespaceSelector: namespaces }]
    : pods !== undefined ? [{ namespaceSelector: pods.namespaceSelector ?? {}, podSelector: pods.podSelector ?? {} }] : [];
}

/** Nodes are not in the manifests, and names outside the cluster have addresses that nobody knows. */
function peersOf(peer: JsonObject): Peers[] {
  const blocks = (peer.networks ?? []).flatMap((network: unknown) => addressesOf(network) === undefined ? [] : [addressesOf(network)]);
  return [...selectionsOf(peer).map(selection => selected(selection)), ...blocks.map((block: readonly [number, number]) =>
    (endpoint: Endpoint) => 'addresses' in endpoint && isWithin(endpoint.addresses, block))];
}

/** Of `v1alpha1`. No ports are all of them. */
function portsOf(ports: readonly JsonObject[] | undefined): Ports {
  return ports === undefined ? () => PortSet.ALL : listening => union(ports.map(({ portNumber, portRange, namedPort }) =>
    portNumber !== undefined ? PortSet.of(portNumber.protocol ?? 'TCP', portNumber.port)
      : portRange !== undefined ? PortSet.of(portRange.protocol ?? 'TCP', portRange.start, portRange.end)
        : namedPorts(listening, namedPort)));
}

/** Of `v1alpha2`: by protocol, or by the name of a port. */
function protocolsOf(protocols: readonly JsonObject[]): Ports {
  return listening => union(protocols.flatMap(each => each.destinationNamedPort !== undefined ? [namedPorts(listening, each.destinationNamedPort)]
    : PROTOCOLS.map(protocol => ({ protocol, of: each[protocol.toLowerCase()] })).filter(({ of }) => of !== undefined)
      .map(({ protocol, of }) => destination(protocol, of.destinationPort ?? {}))));
}

function destination(protocol: Protocol, { number, range = {} }: JsonObject): PortSet {
  return number === undefined ? PortSet.of(protocol, range.start, range.end) : PortSet.of(protocol, number);
}

const union = (sets: readonly PortSet[]) => sets.reduce((all, each) => all.or(each), PortSet.NONE);

/** The blocks that an administrator's policy names. */
export function networksOf({ object }: Manifest): unknown[] {
  const rules: readonly JsonObject[] = [...object.spec?.ingress ?? [], ...object.spec?.egress ?? []];
  return rules.flatMap(({ from = [], to = [] }) => [...from, ...to]).flatMap(({ networks = [] }: JsonObject) => networks);
}
