import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { checkDnsNames, checkLifetime, checkSecretName, goDuration } from './certificate-checks';
import { CertificateUse, usagesOf } from './certificate-use';
import { Issuer } from './issuer';
import { KeyAlgorithm, keyOf } from './key-algorithm';
import { CertManagerCertificate } from '../crds/cert-manager';
import { TENANT } from '../tenancy/tenant-facts';

/** What a certificate is for, and who signs it. */
export interface CertificateProps {
  /** Who signs it. */
  readonly issuer: Issuer;

  /** The names that it is for: at least one. `*` stands for the first part of a name. */
  readonly dnsNames: string[];

  /**
   * The Secret that it is kept in (`tls.crt`, `tls.key`, and `ca.crt` where the issuer has one). Two certificates must not share one.
   *
   * @default - the name of the Certificate
   */
  readonly secretName?: string;

  /**
   * How long it holds: at least one hour. An ACME issuer has a duration of its own. More than 100 days is found by the verifier:
   * `certificate-lifetime`.
   *
   * @default Duration.days(30)
   */
  readonly duration?: Duration;

  /**
   * How long before its end it is renewed: at least five minutes.
   *
   * @default - when a third of its life is left
   */
  readonly renewBefore?: Duration;

  /**
   * What kind of key it has.
   *
   * @default KeyAlgorithm.ECDSA_P256
   */
  readonly keyAlgorithm?: KeyAlgorithm;

  /**
   * What it proves.
   *
   * @default - that a server is who its clients ask for
   */
  readonly uses?: CertificateUse[];
}

const DURATION = Duration.days(30);

/**
 * A certificate in a Secret, which cert-manager asks for and renews, each time with a new key (part 8.6): for a Gateway, an Ingress or a webhook, which
 * read it from there. Who may read the Secret has the key: the certificate of a workload itself is better a `WorkloadCertificate`, whose key never leaves
 * its node.
 *
 * It makes a `Certificate` of `cert-manager.io/v1`. A program that mounts the Secret sees the new files within about a minute, and must read them again.
 */
export class Certificate extends Construct {
  /** The name of its Certificate, which the CA injector of cert-manager knows as `<namespace>/<name>`. */
  public readonly name: string;

  /** The name of the Secret that it is kept in. */
  public readonly secretName: string;

  /** The Secret that it is kept in, to be mounted. */
  public readonly secret: kplus.ISecret;

  /** @throws if there is no DNS name, a name is none, or cert-manager would refuse the durations, with the path of the construct */
  public constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, id);
    const { path } = this.node;
    const { issuer, dnsNames, duration = DURATION, renewBefore, keyAlgorithm, uses = [CertificateUse.SERVER] } = props;
    if (dnsNames.length === 0) {
      throw new Error(`${path}: a certificate is for at least one name: give dnsNames`);
    }
    checkSecretName(path, props.secretName);
    checkDnsNames(path, dnsNames);
    checkLifetime(path, duration, renewBefore);
    const { algorithm, size } = keyOf(keyAlgorithm);
    const certificate: CertManagerCertificate = new CertManagerCertificate(this, 'Resource', () => ({
      secretName: this.secretName,
      secretTemplate: this.secretTemplate(),
      dnsNames: [...dnsNames],
      duration: goDuration(duration),
      renewBefore: renewBefore && goDuration(renewBefore),
      usages: usagesOf(uses, keyAlgorithm),
      privateKey: { algorithm, size, encoding: 'PKCS8', rotationPolicy: 'Always' },
      issuerRef: issuer._reference,
    }));
    this.name = certificate.name;
    this.secretName = props.secretName ?? certificate.name;
    this.secret = kplus.Secret.fromSecretName(this, 'Secret', this.secretName);
  }

  /** The Secret is made in the cluster, and says whose it is too (part 2.1). */
  private secretTemplate() {
    const labels = TENANT.nearest(this)?.labels;
    return labels && { labels };
  }
}
