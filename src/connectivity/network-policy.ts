import { addressesOf, isWithin } from './address-range';
import { Direction, Peers, Ports, Rule } from './direction';
import { Endpoint, namedPorts, Workload } from './endpoint';
import { anyOf, selected, selects } from './peer-selection';
import { PortSet, Protocol } from './port-set';
import { listIn, mappingIn, mappingsIn, selectorIn } from './shape';
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

/**
 * What a NetworkPolicy says of a direction; nothing where it leaves it alone.
 *
 * @throws if it has not the shape that it must have
 */
export function networkPolicy({ object, namespace }: Manifest, direction: Direction): NamespacedPolicy | undefined {
  const [field, peers, type] = FIELDS[direction];
  const spec = mappingIn(object.spec, 'spec');
  const given = listIn(spec.policyTypes, 'spec.policyTypes');
  const types = given.length > 0 ? given : ['Ingress', ...listIn(spec.egress, 'spec.egress').length > 0 ? ['Egress'] : []];
  const podSelector = selectorIn(spec.podSelector, 'spec.podSelector');
  const rules = mappingsIn(spec[field], `spec.${field}`).map((rule, index) => {
    const place = `spec.${field}[${index}]`;
    return { peers: peersOf(rule[peers], `${place}.${peers}`, namespace), ports: portsOf(mappingsIn(rule.ports, `${place}.ports`)) };
  });
  return types.includes(type) ? { isAbout: workload => selects({ podSelector }, workload, namespace), rules } : undefined;
}

/** No peers are all of them. */
function peersOf(value: unknown, field: string, namespace: string): Peers {
  const peers = mappingsIn(value, field);
  return peers.length === 0 ? () => true : anyOf(peers.map((peer, index) => peerOf(peer, `${field}[${index}]`, namespace)));
}

function peerOf({ ipBlock, podSelector, namespaceSelector }: JsonObject, field: string, namespace: string): Peers {
  return ipBlock !== undefined ? inBlock(mappingIn(ipBlock, `${field}.ipBlock`), `${field}.ipBlock`) : selected({
    podSelector: podSelector && selectorIn(podSelector, `${field}.podSelector`),
    namespaceSelector: namespaceSelector && selectorIn(namespaceSelector, `${field}.namespaceSelector`),
  }, namespace);
}

/** Pods have addresses that nobody knows yet: a block is about what is outside the cluster. */
function inBlock({ cidr, except }: JsonObject, field: string): Peers {
  const block = addressesOf(cidr);
  const holes = listIn(except, `${field}.except`).map(addressesOf).filter(hole => hole !== undefined);
  const isWithinBlock = (endpoint: Endpoint) => 'addresses' in endpoint && block !== undefined && isWithin(endpoint.addresses, block)
    && !holes.some(hole => isWithin(endpoint.addresses, hole));
  return Object.assign(isWithinBlock, { selections: [] });
}

/** No ports are all of them. */
function portsOf(ports: readonly JsonObject[]): Ports {
  return ports.length === 0 ? () => PortSet.ALL
    : (listening: Endpoint) => ports.map(each => portOf(each, listening)).reduce((all, each) => all.or(each));
}

function portOf({ protocol = 'TCP', port, endPort = port }: JsonObject, listening: Endpoint): PortSet {
  return typeof port === 'string' ? namedPorts(listening, port, protocol as Protocol) : PortSet.of(protocol as Protocol, port, endPort);
}
