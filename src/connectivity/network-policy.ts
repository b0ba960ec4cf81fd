import { addressesOf, isWithin } from './address-range';
import { Direction, Peers, Ports, Rule } from './direction';
import { Endpoint, namedPorts, Workload } from './endpoint';
import { anyOf, selected, selects } from './peer-selection';
import { PortSet, Protocol } from './port-set';
import { JsonObject, Manifest } from '../inventory/manifest';

const FIELDS: { readonly [direction in Direction]: readonly [rules: string, peers: string, type: string] } = {
  ingress: ['ingress', 'from', 'Ingress'],
  egress: ['egress', 'to', 'Egress'],
};

/** A NetworkPolicy, read for one direction. */
export interface NamespacedPolicy {
  readonly isAbout: (workload: Workload) => boolean;
  readonly rules: readonly Rule[];
}

/** What a NetworkPolicy says of a direction; nothing where it leaves it alone. */
export function networkPolicy({ object, namespace }: Manifest, direction: Direction): NamespacedPolicy | undefined {
  const [field, peers, type] = FIELDS[direction];
  const spec: JsonObject = object.spec ?? {};
  const types: readonly string[] = spec.policyTypes ?? ['Ingress', ...(spec.egress ?? []).length > 0 ? ['Egress'] : []];
  return !types.includes(type) ? undefined : {
    isAbout: workload => selects({ podSelector: spec.podSelector ?? {} }, workload, namespace),
    rules: (spec[field] ?? []).map((rule: JsonObject) => ({ peers: peersOf(rule[peers] ?? [], namespace), ports: portsOf(rule.ports ?? []) })),
  };
}

/** No peers are all of them. */
function peersOf(peers: readonly JsonObject[], namespace: string): Peers {
  return peers.length === 0 ? () => true
    : anyOf(peers.map(peer => peer.ipBlock === undefined ? selected(peer, namespace) : inBlock(peer.ipBlock)));
}

/** Pods have addresses that nobody knows yet: a block is about what is outside the cluster. */
function inBlock({ cidr, except = [] }: JsonObject): Peers {
  const block = addressesOf(cidr);
  const holes = (except as readonly unknown[]).flatMap(hole => [addressesOf(hole)].filter(each => each !== undefined));
  return endpoint => 'addresses' in endpoint && block !== undefined && isWithin(endpoint.addresses, block)
    && !holes.some(hole => isWithin(endpoint.addresses, hole));
}

/** No ports are all of them. */
function portsOf(ports: readonly JsonObject[]): Ports {
  return ports.length === 0 ? () => PortSet.ALL
    : (listening: Endpoint) => ports.map(each => portOf(each, listening)).reduce((all, each) => all.or(each));
}

function portOf({ protocol = 'TCP', port, endPort = port }: JsonObject, listening: Endpoint): PortSet {
  return typeof port === 'string' ? namedPorts(listening, port, protocol as Protocol) : PortSet.of(protocol as Protocol, port, endPort);
}

/** The blocks that a NetworkPolicy names, with their holes. */
export function blocksOf({ object }: Manifest): unknown[] {
  const rules: readonly JsonObject[] = [...object.spec?.ingress ?? [], ...object.spec?.egress ?? []];
  return rules.flatMap(({ from = [], to = [] }) => [...from, ...to])
    .flatMap(({ ipBlock }: JsonObject) => ipBlock === undefined ? [] : [ipBlock.cidr, ...ipBlock.except ?? []]);
}
