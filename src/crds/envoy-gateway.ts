import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

const API_VERSION = 'gateway.envoyproxy.io/v1alpha1';

/** A route in the namespace of the policy. */
export interface EnvoyGatewayTarget {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

/** Claims that a token must have, all of them: each is a text, or a list of texts. */
export interface ClaimPrincipal {
  readonly provider: string;
  readonly claims: readonly { readonly name: string; readonly valueType: 'String' | 'StringArray'; readonly values: readonly string[] }[];
}

/** The `spec` of a SecurityPolicy. */
export interface SecurityPolicySpec {
  readonly targetRefs: readonly EnvoyGatewayTarget[];
  readonly jwt?: {
    readonly providers: readonly {
      readonly name: string;
      readonly issuer: string;
      readonly audiences: readonly string[];
      readonly remoteJWKS: { readonly uri: string };
    }[];
  };
  readonly authorization?: {
    readonly defaultAction: 'Deny';
    readonly rules: readonly { readonly action: 'Allow'; readonly principal: { readonly jwt: ClaimPrincipal } }[];
  };
  readonly oidc?: {
    readonly provider: { readonly issuer: string };
    readonly clientID: string;
    readonly clientSecret: { readonly name: string };
  };
}

/** The `spec` of a BackendTrafficPolicy. */
export interface BackendTrafficPolicySpec {
  readonly targetRefs: readonly EnvoyGatewayTarget[];
  readonly rateLimit: {
    readonly local: { readonly rules: readonly { readonly limit: { readonly requests: number; readonly unit: 'Second' | 'Minute' | 'Hour' } }[] };
  };
}

/** Who may send requests by a route: `SecurityPolicy` of `gateway.envoyproxy.io/v1alpha1`. */
export class SecurityPolicy extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: SecurityPolicySpec) {
    super(scope, id, { apiVersion: API_VERSION, kind: 'SecurityPolicy', metadata: { name }, spec });
  }
}

/** How many requests a route lets through: `BackendTrafficPolicy` of `gateway.envoyproxy.io/v1alpha1`. */
export class BackendTrafficPolicy extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: BackendTrafficPolicySpec) {
    super(scope, id, { apiVersion: API_VERSION, kind: 'BackendTrafficPolicy', metadata: { name }, spec });
  }
}
