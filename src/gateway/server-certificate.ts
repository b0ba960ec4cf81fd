import { Duration } from 'cdk8s';
import { checkSecretName } from '../certificates/certificate-checks';
import { Issuer } from '../certificates/issuer';

/** How long a certificate of a host holds. */
export interface ServerCertificateOptions {
  /**
   * How long it holds: at least one hour. An ACME issuer has a duration of its own.
   *
   * @default Duration.days(30)
   */
  readonly duration?: Duration;

  /**
   * How long before its end it is renewed.
   *
   * @default - when a third of its life is left
   */
  readonly renewBefore?: Duration;
}

/**
 * What a certificate is made of, or the Secret that has one.
 *
 * @internal
 */
export interface ServerCertificateFacts extends ServerCertificateOptions {
  readonly issuer?: Issuer;
  readonly secretName?: string;
}

/** By what clients know a host of a Gateway (parts 4.1 and 8.6). */
export class ServerCertificate {
  /**
   * cert-manager has the issuer sign one for each host, and renews it with a new key each time: a `Certificate`.
   *
   * An issuer that looks at the host by HTTP (ACME HTTP-01) starts pods of its own, which the network of a tenant keeps closed: use one that looks by DNS.
   *
   * @param issuer who signs it
   * @param options how long it holds
   */
  public static issuedBy(issuer: Issuer, options: ServerCertificateOptions = {}): ServerCertificate {
    return new ServerCertificate({ issuer, ...options });
  }

  /**
   * One that is there: a Secret of type `kubernetes.io/tls`, where the pods of the Gateway find it, which is its own namespace.
   *
   * @param name of the Secret
   * @throws if it is no name
   */
  public static fromSecret(name: string): ServerCertificate {
    checkSecretName('the certificate of a Gateway', name);
    return new ServerCertificate({ secretName: name });
  }

  /** @internal */
  public readonly _facts: ServerCertificateFacts;

  private constructor(facts: ServerCertificateFacts) {
    this._facts = facts;
  }
}
