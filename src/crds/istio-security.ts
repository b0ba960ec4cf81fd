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

/** Who asks: `principals` are service accounts, as `trust domain/ns/namespace/sa/name`; `*` is everybody who has one. */
export interface IstioSource {
  readonly principals?: readonly string[];
  readonly notPrincipals?: readonly string[];
}

/** Whom an AuthorizationPolicy lets in, and on which ports of the pod. */
export interface IstioRule {
  readonly from: readonly { readonly source: IstioSource }[];
  readonly to: readonly { readonly operation: { readonly ports: readonly string[] } }[];
}

/** The `spec` of an AuthorizationPolicy. Without rules it lets nobody in. */
export interface IstioAuthorizationPolicySpec {
  readonly selector?: IstioSelector;
  readonly action?: 'ALLOW';
  readonly rules?: readonly IstioRule[];
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
