import { addressesOf, isWithin } from './address-range';
import { Decision, Direction, Peers, Ports } from './direction';
import { Endpoint, namedPorts, Workload } from './endpoint';
import { anyOf, selected, Selection, selects } from './peer-selection';
import { PortSet, PROTOCOLS, Protocol } from './port-set';
import { listIn, mappingIn, mappingsIn, selectorIn } from './shape';
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

/**
 * What a policy of an administrator says of a direction.
 *
 * @throws if it has not the shape that it must have
 */
export function clusterPolicy({ object, groupKind }: Manifest, direction: Direction): ClusterPolicy {
  const spec = mappingIn(object.spec, 'spec');
  const subject = selectionsOf(mappingIn(spec.subject, 'spec.subject'), 'spec.subject');
  return {
    tier: CLUSTER_POLICIES[groupKind] ?? (spec.tier === 'Baseline' ? 'baseline' : 'admin'),
    priority: Number(spec.priority ?? 0),
    isAbout: workload => subject.some(selection => selects(selection, workload)),
    decisions: mappingsIn(spec[direction], `spec.${direction}`).map((rule, index) => {
      const place = `spec.${direction}[${index}]`;
      const peers = mappingsIn(rule[PEERS[direction]], `${place}.${PEERS[direction]}`);
      return {
        action: rule.action === 'Accept' ? 'Allow' : rule.action,
        peers: anyOf(peers.flatMap((peer, at) => peersOf(peer, `${place}.${PEERS[direction]}[${at}]`))),
        ports: rule.protocols === undefined ? portsOf(rule.ports === undefined ? undefined : mappingsIn(rule.ports, `${place}.ports`))
          : protocolsOf(mappingsIn(rule.protocols, `${place}.protocols`)),
      };
    }),
  };
}

/** `namespaces` selects namespaces with all that is in them; `pods` has a selector for each. */
function selectionsOf({ namespaces, pods }: JsonObject, field: string): Selection[] {
  if (namespaces !== undefined) {
    return [{ namespaceSelector: selectorIn(namespaces, `${field}.namespaces`) }];
  }
  return pods === undefined ? [] : [{
    namespaceSelector: selectorIn(pods?.namespaceSelector, `${field}.pods.namespaceSelector`),
    podSelector: selectorIn(pods?.podSelector, `${field}.pods.podSelector`),
  }];
}

/** Nodes are not in the manifests, and names outside the cluster have addresses that nobody knows. */
function peersOf(peer: JsonObject, field: string): Peers[] {
  const blocks = listIn(peer.networks, `${field}.networks`).map(addressesOf).filter(block => block !== undefined);
  return [
    ...selectionsOf(peer, field).map(selection => selected(selection)),
    ...blocks.map(block => (endpoint: Endpoint) => 'addresses' in endpoint && isWithin(endpoint.addresses, block)),
  ];
}

/** Of `v1alpha1`. No ports are all of them. */
function portsOf(ports: readonly JsonObject[] | undefined): Ports {
  return ports === undefined ? () => PortSet.ALL : listening => union(ports.map(({ portNumber, portRange, namedPort }) =>
    portNumber !== undefined ? PortSet.of(portNumber.protocol ?? 'TCP', portNumber.port)
      : portRange !== undefined ? PortSet.of(portRange.protocol ?? 'TCP', portRange.start, portRange.end)
        : namedPort === undefined ? PortSet.NONE : namedPorts(listening, namedPort)));
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
