import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';

/** Who signs: an issuer of cert-manager, or one of a group of its own. */
export interface IssuerReference {
  readonly name: string;
  readonly kind: string;
  readonly group: string;
}

/** The key of a certificate. `rotationPolicy` `Always` makes a new one each time it is renewed. */
export interface PrivateKeySpec {
  readonly algorithm: 'ECDSA' | 'Ed25519' | 'RSA';
  readonly size?: number;
  readonly encoding: 'PKCS8';
  readonly rotationPolicy: 'Always';
}

/** The `spec` of a Certificate. Durations are as Go writes them: `24h`. */
export interface CertManagerCertificateSpec {
  readonly secretName: string;
  readonly secretTemplate?: { readonly labels: { readonly [label: string]: string } };
  readonly dnsNames?: readonly string[];
  readonly duration: string;
  readonly renewBefore?: string;
  readonly usages: readonly string[];
  readonly privateKey: PrivateKeySpec;
  readonly issuerRef: IssuerReference;
}

/** A certificate that cert-manager keeps in a Secret: `Certificate` of `cert-manager.io/v1`. */
export class CertManagerCertificate extends ApiObject {
  public constructor(scope: Construct, id: string, spec: () => CertManagerCertificateSpec) {
    super(scope, id, { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', spec: Lazy.any({ produce: spec }) });
  }
}
