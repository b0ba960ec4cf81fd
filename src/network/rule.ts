import { Port } from './port';
import { Requests } from './requests';

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

/** A port that a rule opens, with what a NetworkPolicy cannot say of it: a mesh whose own policies take its place can. */
export interface OpenPort extends Port {
  /** Whether client and server must prove to each other who they are. */
  readonly authenticated?: boolean;

  /** Alternatives that requests over HTTP are kept to; nothing where there are none. */
  readonly requests?: readonly Requests[];
}

/** Whom a policy lets through, and on which ports: everybody, and every port, where they are left out. */
export interface Rule {
  readonly peers?: readonly Peer[];
  readonly ports?: readonly OpenPort[];

  /** The service account that the pods among the peers run as, where a mesh knows it. A NetworkPolicy cannot name it. */
  readonly serviceAccount?: string;

  /** Others who are let through, by what Cilium calls them: it knows them, and no NetworkPolicy does. */
  readonly entities?: readonly Entity[];
}

/** What Cilium has a name for: the API server, wherever it is, and its own gateways, which are no pods. */
export type Entity = 'kube-apiserver' | 'ingress';

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
