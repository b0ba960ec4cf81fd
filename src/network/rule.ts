import { Port } from './port';

/** A peer of a NetworkPolicy: pods by their labels and those of their namespace (both must match), or a block of addresses. */
export interface Peer {
  readonly namespaceSelector?: LabelSelector;
  readonly podSelector?: LabelSelector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

/** All, where there are no labels. */
interface LabelSelector {
  readonly matchLabels?: { readonly [label: string]: string };
}

/** Whom a NetworkPolicy lets through, and on which ports: everybody, and every port, where they are left out. */
export interface Rule {
  readonly peers?: readonly Peer[];
  readonly ports?: readonly Port[];
}

/** The `spec` of a NetworkPolicy that lets nothing through but its rules, each once, in their order. */
export function policySpec(matchLabels: { readonly [label: string]: string }, ingress: readonly Rule[], egress: readonly Rule[]): object {
  const from = written('from', ingress);
  const to = written('to', egress);
  return {
    podSelector: Object.keys(matchLabels).length === 0 ? {} : { matchLabels },
    policyTypes: ['Ingress', 'Egress'],
    ...from.length === 0 ? {} : { ingress: from },
    ...to.length === 0 ? {} : { egress: to },
  };
}

function written(direction: 'from' | 'to', rules: readonly Rule[]): object[] {
  const wanted = rules
    // To Kubernetes, an empty list of peers or ports is everybody and everything.
    .filter(({ peers, ports }) => peers?.length !== 0 && ports?.length !== 0)
    .map(({ peers, ports }) => ({
      ...peers === undefined ? {} : { [direction]: peers },
      ...ports === undefined ? {} : { ports: unique(ports.map(({ number, protocol }) => ({ port: number, protocol }))) },
    }));
  return unique(wanted);
}

function unique<T extends object>(values: readonly T[]): T[] {
  return [...new Map(values.map(value => [JSON.stringify(value), value])).values()];
}
