import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { CertificateUse } from './certificate-use';
import { Issuer } from './issuer';
import { KeyAlgorithm } from './key-algorithm';
import { PodCertificateSigner } from './pod-certificate-signer';

/** Who signs the certificate of a workload, what it is for, and where its containers find it. At least one of `issuer` and `signer` must be given. */
export interface WorkloadCertificateProps {
  /**
   * An issuer of cert-manager. Its csi-driver must be installed: the driver asks for a certificate for each pod, and keeps the key in the memory of the
   * node. Do not name one that limits how many certificates it signs, as public authorities do.
   *
   * @default - the signer alone
   */
  readonly issuer?: Issuer;

  /**
   * A signer of pod certificates, which Kubernetes has from 1.37 on: the kubelet itself makes the key. With an issuer beside it, the issuer serves
   * clusters that do not have them.
   *
   * @default - the issuer alone
   */
  readonly signer?: PodCertificateSigner;

  /**
   * The directory in which containers find `tls.crt`, `tls.key` and `ca.crt`.
   *
   * @default '/etc/certificates'
   */
  readonly mountPath?: string;

  /**
   * The containers that need it. No other can read the key.
   *
   * @default - all that the workload has now
   */
  readonly containers?: kplus.Container[];

  /**
   * The names that an issuer writes into it. `${POD_NAME}`, `${POD_NAMESPACE}`, `${POD_UID}` and `${SERVICE_ACCOUNT_NAME}` stand for those of the pod.
   * A signer chooses the names itself.
   *
   * @default - those of the Service that has the name of the workload: `web.shop.svc` and `web.shop.svc.cluster.local`
   */
  readonly dnsNames?: string[];

  /**
   * How long it holds, at least one hour: a signer may make it shorter.
   *
   * @default Duration.hours(24)
   */
  readonly duration?: Duration;

  /**
   * How long before its end an issuer's is renewed: at least five minutes. A signer chooses itself.
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
   * What an issuer's proves. A signer chooses itself.
   *
   * @default - both ends of mutual TLS
   */
  readonly uses?: CertificateUse[];
}
