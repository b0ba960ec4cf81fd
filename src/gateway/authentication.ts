/** What tokens must say. */
export interface TokenOptions {
  /** Who issues the tokens (`iss`). */
  readonly issuer: string;

  /** Where the issuer publishes its keys: an `https:` address that the control plane of the gateway can reach. */
  readonly jwksUri: string;

  /**
   * Claims that a token must have, each with one of the values: `{ groups: ['shop-admins'] }`. A claim may be a list, of which one must fit.
   *
   * @default - any token of the issuer for the audience will do
   */
  readonly claims?: { readonly [claim: string]: string[] };

  /**
   * Whether the workload gets the token too, to look at more of it.
   *
   * @default false
   */
  readonly forwardToken?: boolean;
}

/** Requests carry a token (RFC 6750): programs, and pages that get one themselves. */
export interface JwtOptions extends TokenOptions {
  /** For whom the tokens are (`aud`): at least one. A token for somebody else is refused. */
  readonly audiences: string[];
}

/** People log in with a browser. */
export interface OidcOptions extends TokenOptions {
  /** What the application is called at the issuer. Its tokens are for it (`aud`). */
  readonly clientId: string;

  /**
   * The name of a Secret with the key `client-secret`, in the namespace of the workload. Envoy Gateway needs it.
   *
   * @default - none: the platform's own login has it
   */
  readonly clientSecret?: string;

  /**
   * What the platform calls its login (an `extensionProviders` entry of Istio's MeshConfig, such as one for oauth2-proxy). Istio needs it. It must send on the
   * token in the header `Authorization`, which the gateway verifies again.
   *
   * @default - none
   */
  readonly provider?: string;
}

/**
 * What is known of who asks: which tokens a gateway takes, and whether it sends people to log in.
 *
 * @internal
 */
export interface AuthenticationFacts extends JwtOptions {
  readonly clientSecret?: string;
  readonly provider?: string;

  /** Whether people are sent to log in. */
  readonly login: boolean;
}

/** Who may send requests through a Gateway (parts 4.2 and 17.1). */
export class Authentication {
  /**
   * Requests carry a token that the issuer signed (JWT). One without is refused.
   *
   * @throws if an address is not `https:`, no audience is named, or a claim has no value
   */
  public static jwt(options: JwtOptions): Authentication {
    return new Authentication({ ...options, login: false });
  }

  /**
   * Who has no token is sent to log in (OpenID Connect), and has one from then on. What the implementation needs for it is at the options; one that cannot is
   * an error when it is synthesized.
   *
   * @throws if an address is not `https:`, no client is named, or a claim has no value
   */
  public static oidc({ clientId, ...options }: OidcOptions): Authentication {
    return new Authentication({ ...options, audiences: [clientId], login: true });
  }

  /** @internal */
  public readonly _facts: AuthenticationFacts;

  private constructor(facts: AuthenticationFacts) {
    for (const [what, address] of [['issuer', facts.issuer], ['jwksUri', facts.jwksUri]]) {
      if (!/^https:\/\/[^\s*]+$/.test(address)) {
        throw new Error(`authentication ${what} "${address}" is not an address that can be trusted: give one that begins with https://`);
      }
    }
    if (facts.audiences.length === 0 || facts.audiences.some(audience => audience.trim() === '')) {
      throw new Error(`authentication by ${facts.issuer} is for nobody: name the audience, so that a token for somebody else is refused`);
    }
    for (const [claim, values] of Object.entries(facts.claims ?? {})) {
      if (!/^[^[\]\s]+$/.test(claim) || values.length === 0 || values.some(value => value.trim() === '')) {
        throw new Error(`authentication claim "${claim}" asks for nothing: give a name without brackets or spaces, and at least one value`);
      }
    }
    this._facts = facts;
  }
}
