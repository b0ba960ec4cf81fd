import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';

const GROUP = 'policy.linkerd.io';
const SERVER_VERSION = `${GROUP}/v1beta3`;
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
    super(scope, id, { apiVersion: SERVER_VERSION, kind: 'Server', metadata: { name }, spec });
  }
}

/** Lets clients of an authentication reach a Server, both in its namespace: `AuthorizationPolicy` of `policy.linkerd.io/v1alpha1`. */
export class LinkerdAuthorizationPolicy extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, server: string, authentication: LinkerdAuthenticationKind) {
    super(scope, id, {
      apiVersion: POLICY_VERSION,
      kind: 'AuthorizationPolicy',
      metadata: { name },
      spec: {
        targetRef: { group: GROUP, kind: 'Server', name: server },
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
