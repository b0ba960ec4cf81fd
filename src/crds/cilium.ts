import { ApiObject, ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';

/** Labels of pods as Cilium has them: with where they come from before them (`k8s:`), and with those of their namespace and their service account. */
export interface CiliumSelector {
  readonly matchLabels?: { readonly [label: string]: string };
}

/** Requests over HTTP. Both are regular expressions that must match the whole of the method, and of the path with its query. */
export interface CiliumHttpRule {
  readonly method?: string;
  readonly path?: string;
}

/** Names that pods may resolve. Cilium learns from the answers which addresses they have. */
export interface CiliumDnsRule {
  readonly matchPattern: string;
}

/** Ports, at most 40 of them, and what may be said on them. */
export interface CiliumPorts {
  readonly ports: readonly { readonly port: string; readonly protocol: string }[];
  readonly rules?: { readonly http?: readonly CiliumHttpRule[]; readonly dns?: readonly CiliumDnsRule[] };
}

/** A block of addresses outside of the cluster. */
export interface CiliumBlock {
  readonly cidr: string;
  readonly except?: readonly string[];
}

/** What rules of both directions say. Nobody can be named in more than one way in one rule. */
export interface CiliumRule {
  /** Whether both ends prove to Cilium's agents who they are, before anything is let through. */
  readonly authentication?: { readonly mode: 'required' };

  /** All ports, where they are left out. */
  readonly toPorts?: readonly CiliumPorts[];
}

/** Whom pods let in: everybody, where nobody is named. An empty rule lets in nobody. */
export interface CiliumIngressRule extends CiliumRule {
  readonly fromEndpoints?: readonly CiliumSelector[];
  readonly fromEntities?: readonly string[];
  readonly fromCIDRSet?: readonly CiliumBlock[];
}

/** Whom pods reach: everybody, where nobody is named. An empty rule lets them reach nobody. */
export interface CiliumEgressRule extends CiliumRule {
  readonly toEndpoints?: readonly CiliumSelector[];
  readonly toEntities?: readonly string[];
  readonly toCIDRSet?: readonly CiliumBlock[];
  readonly toFQDNs?: readonly { readonly matchName: string }[];
}

/** The `spec` of a CiliumNetworkPolicy. It isolates in each direction for which it has a rule. */
export interface CiliumNetworkPolicySpec {
  readonly endpointSelector: CiliumSelector;
  readonly ingress: readonly CiliumIngressRule[];
  readonly egress: readonly CiliumEgressRule[];
}

/** Who may talk to pods of a namespace, and to whom they may: `CiliumNetworkPolicy` of `cilium.io/v2`. */
export class CiliumNetworkPolicy extends ApiObject {
  public constructor(scope: Construct, id: string, metadata: ApiObjectMetadata, spec: () => CiliumNetworkPolicySpec) {
    super(scope, id, { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata, spec: Lazy.any({ produce: spec }) });
  }
}
