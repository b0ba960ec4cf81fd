import { httpRules } from './cilium-requests';
import { Host, Policy } from './mesh';
import { CiliumBlock, CiliumEgressRule, CiliumIngressRule, CiliumNetworkPolicySpec, CiliumPorts, CiliumRule, CiliumSelector } from '../../crds/cilium';
import { alternatives, EVERY_REQUEST, isEvery } from '../requests';
import { OpenPort, Peer, Rule } from '../rule';

const NAMESPACE = 'k8s:io.kubernetes.pod.namespace';
const OF_NAMESPACE = 'k8s:io.cilium.k8s.namespace.labels.';
const ACCOUNT = 'k8s:io.cilium.k8s.policy.serviceaccount';

/** The label by which Kubernetes knows a namespace by name, which Cilium has one of its own for. */
const NAME = 'kubernetes.io/metadata.name';

/** Cilium takes no more ports than these in one list. */
const MOST_PORTS = 40;

/** The `spec` of a CiliumNetworkPolicy that lets nothing through but its rules. */
export function ciliumPolicySpec({ matchLabels, hosts, dns, ingress, egress }: Policy): CiliumNetworkPolicySpec {
  return {
    endpointSelector: selectorOf(prefixed(matchLabels)),
    ingress: orNobody(ingress().flatMap(rule => written<CiliumIngressRule>(rule, 'from'))),
    egress: orNobody([...egress().flatMap(rule => written<CiliumEgressRule>(rule, 'to')), ...toNames(hosts, dns)]),
  };
}

/** A direction without a rule would not be isolated; one that is empty lets nobody through. */
function orNobody<Each extends object>(rules: readonly Each[]): readonly (Each | object)[] {
  return rules.length === 0 ? [{}] : [...new Map(rules.map(rule => [JSON.stringify(rule), rule])).values()];
}

/** What a rule says, in as many rules as Cilium needs: each names peers in one way, and is authenticated or not. */
function written<Each extends CiliumRule>(rule: Rule, direction: 'from' | 'to'): Each[] {
  const peers = peersOf(rule, direction);
  if (rule.ports === undefined) {
    return peers as Each[];
  }
  // Who is asked reads requests: to read them twice would keep nobody from more.
  const ports = joined(rule.ports).map(port => direction === 'from' ? port : { ...port, requests: [EVERY_REQUEST] });
  return [true, false].flatMap(authenticated => {
    const toPorts = portsOf(ports.filter(port => port.authenticated === authenticated));
    const authentication = authenticated ? { authentication: { mode: 'required' } } : {};
    return toPorts.length === 0 ? [] : peers.map(named => ({ ...named, ...authentication, toPorts }) as unknown as Each);
  });
}

/** One for each way in which a rule names peers; one that names nobody where everybody is meant. */
function peersOf({ peers, serviceAccount, entities = [] }: Rule, direction: 'from' | 'to'): object[] {
  if (peers === undefined) {
    return [{}];
  }
  const pods = peers.filter(({ ipBlock }) => ipBlock === undefined).map(peer => endpointsOf(peer, serviceAccount));
  const blocks = peers.map(({ ipBlock }) => ipBlock).filter((block): block is CiliumBlock => block !== undefined);
  return [
    ...pods.length === 0 ? [] : [{ [`${direction}Endpoints`]: pods }],
    ...blocks.length === 0 ? [] : [{ [`${direction}CIDRSet`]: blocks }],
    ...entities.length === 0 ? [] : [{ [`${direction}Entities`]: entities }],
  ];
}

/** Pods of the namespace of the policy, unless those of another are named. */
function endpointsOf({ namespaceSelector, podSelector }: Peer, serviceAccount: string | undefined): CiliumSelector {
  const ofNamespace = Object.entries(namespaceSelector?.matchLabels ?? {})
    .map(([label, value]) => [label === NAME ? NAMESPACE : `${OF_NAMESPACE}${label}`, value]);
  return selectorOf({
    ...Object.fromEntries(ofNamespace),
    ...prefixed(podSelector?.matchLabels ?? {}),
    ...serviceAccount === undefined ? {} : { [ACCOUNT]: serviceAccount },
  });
}

function selectorOf(matchLabels: CiliumSelector['matchLabels'] & object): CiliumSelector {
  return Object.keys(matchLabels).length === 0 ? {} : { matchLabels };
}

function prefixed(labels: { readonly [label: string]: string }): { [label: string]: string } {
  return Object.fromEntries(Object.entries(labels).map(([label, value]) => [`k8s:${label}`, value]));
}

/** Each port once: without authentication where one of the peers has none, as only a port that takes plain text may have it. */
function joined(ports: readonly OpenPort[]): Required<OpenPort>[] {
  const known = new Map<string, Required<OpenPort>>();
  for (const { number, protocol, authenticated = false, requests = [EVERY_REQUEST] } of ports) {
    const key = `${number}/${protocol}`;
    const before = known.get(key);
    known.set(key, before === undefined ? { number, protocol, authenticated, requests } : {
      number, protocol, authenticated: authenticated && before.authenticated, requests: alternatives([...before.requests, ...requests]),
    });
  }
  return [...known.values()];
}

/** Ports on which the same may be said, together. */
function portsOf(ports: readonly Required<OpenPort>[]): CiliumPorts[] {
  const bySaid = new Map<string, Required<OpenPort>[]>();
  for (const port of ports) {
    // A client who may send everything has no rule about HTTP at all: a port need not speak it.
    const key = port.requests.some(isEvery) ? '[]' : JSON.stringify(port.requests);
    bySaid.set(key, [...bySaid.get(key) ?? [], port]);
  }
  return [...bySaid].flatMap(([key, all]) => {
    const http = httpRules(JSON.parse(key));
    const rules = http.length === 0 ? {} : { rules: { http } };
    return slices(all).map(some => ({ ports: some.map(({ number, protocol }) => ({ port: String(number), protocol })), ...rules }));
  });
}

function slices<Each>(all: readonly Each[]): Each[][] {
  return all.length <= MOST_PORTS ? [[...all]] : [all.slice(0, MOST_PORTS), ...slices(all.slice(MOST_PORTS))];
}

/** Names outside of the cluster, and that Cilium sees which addresses the name servers give for them. It knows no others that a name has. */
function toNames(hosts: readonly Host[], dns: readonly Rule[]): CiliumEgressRule[] {
  const names = [...new Set(hosts.map(({ name }) => name))].sort();
  return names.length === 0 ? [] : [
    ...dns.flatMap(rule => written<CiliumEgressRule>(rule, 'to')).map(({ toPorts = [], ...peers }) => ({
      ...peers, toPorts: toPorts.map(each => ({ ...each, rules: { dns: [{ matchPattern: '*' }] } })),
    })),
    ...names.map(name => ({
      toFQDNs: [{ matchName: name }],
      toPorts: portsOf(joined(hosts.filter(host => host.name === name).map(({ port }) => ({ number: port, protocol: 'TCP' }))).sort((a, b) => a.number - b.number)),
    })),
  ];
}
