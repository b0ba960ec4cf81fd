import { Duration } from 'cdk8s';
import { goDuration } from './certificate-checks';
import { CertificateUse, usagesOf } from './certificate-use';
import { Issuer } from './issuer';
import { KeyAlgorithm, keyOf } from './key-algorithm';
import { PodCertificateSigner } from './pod-certificate-signer';

/** The files in the directory, as a Secret of TLS names them. The bundle has the key and the certificates in one file. */
export const FILES = { certificate: 'tls.crt', key: 'tls.key', authority: 'ca.crt', bundle: 'tls.pem' };

/** What a certificate is for, whoever signs it. */
export interface CertificateRequest {
  readonly dnsNames: readonly string[];
  readonly duration: Duration;
  readonly renewBefore?: Duration;
  readonly keyAlgorithm?: KeyAlgorithm;
  readonly uses: readonly CertificateUse[];
}

/**
 * The source of a volume by which the csi-driver of cert-manager gives a pod its certificate. The driver insists on a volume that is read only.
 *
 * @param group whose the files are: the driver gives them to root alone, unless it is told
 */
export function csiVolume(issuer: Issuer, request: CertificateRequest, group: number): object {
  const { name, kind, group: issuerGroup } = issuer._reference;
  const { algorithm, size } = keyOf(request.keyAlgorithm);
  const attributes = {
    'issuer-name': name,
    'issuer-kind': kind,
    'issuer-group': issuerGroup,
    'dns-names': request.dnsNames.join(','),
    'duration': goDuration(request.duration),
    'renew-before': request.renewBefore && goDuration(request.renewBefore),
    'key-usages': usagesOf(request.uses, request.keyAlgorithm).join(','),
    'key-algorithm': algorithm,
    'key-size': size?.toString(),
    'key-encoding': 'PKCS8',
    'fs-group': group.toString(),
  };
  const volumeAttributes = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => [`csi.cert-manager.io/${attribute}`, value]));
  return { csi: { driver: 'csi.cert-manager.io', readOnly: true, volumeAttributes } };
}

/** The source of a volume by which the kubelet gives a pod its certificate, and the authorities that clients are known by. */
export function podCertificateVolume(signer: PodCertificateSigner, { duration, keyAlgorithm }: CertificateRequest): object {
  const podCertificate = {
    signerName: signer.name,
    keyType: keyOf(keyAlgorithm).keyType,
    maxExpirationSeconds: duration.toSeconds(),
    credentialBundlePath: FILES.bundle,
    keyPath: FILES.key,
    certificateChainPath: FILES.certificate,
  };
  // A selector that is left out selects no bundle, an empty one all of the signer.
  const clusterTrustBundle = { signerName: signer.name, labelSelector: {}, path: FILES.authority };
  return { projected: { defaultMode: 0o440, sources: [{ podCertificate }, ...signer._trustBundle ? [{ clusterTrustBundle }] : []] } };
}
