import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';

const API_VERSION = 'security.istio.io/v1';

/** Which pods of its namespace an object is about; all of them where it is left out. */
export interface IstioSelector {
  readonly matchLabels: { readonly [label: string]: string };
}

/** `STRICT` takes mutual TLS only, `PERMISSIVE` plain text as well. */
export interface MutualTls {
  readonly mode: 'STRICT' | 'PERMISSIVE';
}

/** The `spec` of a PeerAuthentication. */
export interface PeerAuthenticationSpec {
  readonly selector?: IstioSelector;
  readonly mtls: MutualTls;

  /** By port of the pod. */
  readonly portLevelMtls?: { readonly [port: string]: MutualTls };
}

/**
 * Who asks: `principals` are service accounts, as `trust domain/ns/namespace/sa/name`; `*` is everybody who has one. `requestPrincipals` are bearers of a
 * token, as `issuer/subject`.
 */
export interface IstioSource {
  readonly principals?: readonly string[];
  readonly notPrincipals?: readonly string[];
  readonly requestPrincipals?: readonly string[];
  readonly namespaces?: readonly string[];
}

/** What is asked for: all that is given must hold. Paths may end in `*`, or begin with it, hosts too. */
export interface IstioOperation {
  readonly ports?: readonly string[];
  readonly hosts?: readonly string[];
  readonly notHosts?: readonly string[];
  readonly methods?: readonly string[];
  readonly paths?: readonly string[];
  readonly notPaths?: readonly string[];
}

/** Whom an AuthorizationPolicy lets in, to what, and when. */
export interface IstioRule {
  readonly from?: readonly { readonly source: IstioSource }[];
  readonly to: readonly { readonly operation: IstioOperation }[];
  readonly when?: readonly { readonly key: string; readonly values: readonly string[] }[];
}

/** A Gateway of the Gateway API in the namespace of the policy, which the policy is about. */
export interface IstioTarget {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

/** The `spec` of an AuthorizationPolicy. Without rules it lets nobody in. `CUSTOM` asks the `provider` of that name in the configuration of the mesh. */
export interface IstioAuthorizationPolicySpec {
  readonly selector?: IstioSelector;
  readonly targetRefs?: readonly IstioTarget[];
  readonly action?: 'ALLOW' | 'CUSTOM';
  readonly provider?: { readonly name: string };
  readonly rules?: readonly IstioRule[];
}

/** An issuer of tokens, and where its keys are. */
export interface IstioJwtRule {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly audiences: readonly string[];
  readonly forwardOriginalToken: boolean;
}

/** The `spec` of a RequestAuthentication. A request with a token that is not valid is refused; one without is not. */
export interface RequestAuthenticationSpec {
  readonly selector?: IstioSelector;
  readonly targetRefs?: readonly IstioTarget[];
  readonly jwtRules: readonly IstioJwtRule[];
}

/** Which traffic pods accept: `PeerAuthentication` of `security.istio.io/v1`. */
export class PeerAuthentication extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: () => PeerAuthenticationSpec) {
    super(scope, id, { apiVersion: API_VERSION, kind: 'PeerAuthentication', metadata: { name }, spec: Lazy.any({ produce: spec }) });
  }
}

/** Who may reach pods: `AuthorizationPolicy` of `security.istio.io/v1`. */
export class IstioAuthorizationPolicy extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: () => IstioAuthorizationPolicySpec) {
    super(scope, id, { apiVersion: API_VERSION, kind: 'AuthorizationPolicy', metadata: { name }, spec: Lazy.any({ produce: spec }) });
  }
}

/** Whose tokens are taken: `RequestAuthentication` of `security.istio.io/v1`. */
export class RequestAuthentication extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: () => RequestAuthenticationSpec) {
    super(scope, id, { apiVersion: API_VERSION, kind: 'RequestAuthentication', metadata: { name }, spec: Lazy.any({ produce: spec }) });
  }
}
