import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';

const GROUP = 'policy.linkerd.io';
const NEWER_VERSION = `${GROUP}/v1beta3`;
const POLICY_VERSION = `${GROUP}/v1alpha1`;

/** One port of some pods: `Server` of `policy.linkerd.io/v1beta3`. */
export interface LinkerdServerSpec {
  readonly podSelector: { readonly matchLabels: { readonly [label: string]: string } };
  readonly port: number;

  /** What becomes of those whom no AuthorizationPolicy lets in. */
  readonly accessPolicy: 'deny';
}

/** A service account, or all of a namespace. */
export interface LinkerdIdentity {
  readonly kind: 'ServiceAccount' | 'Namespace';
  readonly name: string;

  /** That of a service account. */
  readonly namespace?: string;
}

/** How clients of a Server authenticate: by the identity of the mesh, or, which is none, by their address. */
export type LinkerdAuthenticationKind = 'MeshTLSAuthentication' | 'NetworkAuthentication';

/** Denies what no AuthorizationPolicy lets in. No two of them may select the same port of the same pod. */
export class LinkerdServer extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: LinkerdServerSpec) {
    super(scope, id, { apiVersion: NEWER_VERSION, kind: 'Server', metadata: { name }, spec });
  }
}

/** Requests of one method whose path, without the query, is one or matches a regular expression as a whole: every one, where it is left out. */
export interface LinkerdRouteMatch {
  readonly method?: string;
  readonly path?: { readonly type: 'Exact' | 'RegularExpression'; readonly value: string };
}

/** Any of its matches is enough. */
export interface LinkerdRouteRule { readonly matches: readonly LinkerdRouteMatch[] }

/**
 * Requests to a Server that clients are authorized for apart from others: `HTTPRoute` of `policy.linkerd.io/v1beta3`, which is there wherever Linkerd
 * is. Once a Server has one, a request that no route of it matches is refused.
 */
export class LinkerdHttpRoute extends ApiObject {
  /** @param rules at most 16, of at most 8 matches */
  public constructor(scope: Construct, id: string, name: string, server: string, rules: readonly LinkerdRouteRule[]) {
    super(scope, id, {
      apiVersion: NEWER_VERSION,
      kind: 'HTTPRoute',
      metadata: { name },
      spec: { parentRefs: [{ group: GROUP, kind: 'Server', name: server }], rules },
    });
  }
}

/** What an AuthorizationPolicy is about. */
export interface LinkerdTarget { readonly kind: 'Server' | 'HTTPRoute'; readonly name: string }

/** Lets clients of an authentication reach a Server, or a route of one, beside it: `AuthorizationPolicy` of `policy.linkerd.io/v1alpha1`. */
export class LinkerdAuthorizationPolicy extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, target: LinkerdTarget, authentication: LinkerdAuthenticationKind) {
    super(scope, id, {
      apiVersion: POLICY_VERSION,
      kind: 'AuthorizationPolicy',
      metadata: { name },
      spec: {
        targetRef: { group: GROUP, ...target },
        requiredAuthenticationRefs: [{ group: GROUP, kind: authentication, name }],
      },
    });
  }
}

/** Clients by identity: `MeshTLSAuthentication` of `policy.linkerd.io/v1alpha1`. Linkerd refuses one without any. */
export class MeshTlsAuthentication extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, identities: () => readonly LinkerdIdentity[]) {
    super(scope, id, {
      apiVersion: POLICY_VERSION,
      kind: 'MeshTLSAuthentication',
      metadata: { name },
      spec: Lazy.any({ produce: () => ({ identityRefs: identities() }) }),
    });
  }
}

/** Clients by address: `NetworkAuthentication` of `policy.linkerd.io/v1alpha1`. */
export class NetworkAuthentication extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, cidrs: readonly string[]) {
    super(scope, id, {
      apiVersion: POLICY_VERSION,
      kind: 'NetworkAuthentication',
      metadata: { name },
      spec: { networks: cidrs.map(cidr => ({ cidr })) },
    });
  }
}
