import { KubernetesVersion } from '../model/kubernetes-version';

const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+\/[a-z0-9A-Z:]([a-z0-9A-Z.:-]*[a-z0-9A-Z:])?$/;

/** Which versions of Kubernetes have certificates of pods behind feature gates, and which without. */
const BETA = KubernetesVersion.V1_35;
const STABLE = KubernetesVersion.V1_37;

/** What is known of a signer. */
export interface PodCertificateSignerOptions {
  /**
   * Whether the cluster has the feature gates `PodCertificateRequest`, `ClusterTrustBundle` and `ClusterTrustBundleProjection` on, and serves
   * `certificates.k8s.io/v1beta1`. Kubernetes 1.35 and 1.36 have pod certificates only then; before they do not have them, later they always do.
   *
   * @default false
   */
  readonly featureGates?: boolean;

  /**
   * Whether the signer publishes its authorities as ClusterTrustBundles. A pod that asks for them does not start where there are none.
   *
   * @default true
   */
  readonly trustBundle?: boolean;
}

/** Who signs the certificates that the kubelet asks for itself (PodCertificateRequest): a program in the cluster, by the name of its signer. */
export class PodCertificateSigner {
  /**
   * A signer.
   *
   * @param name a domain, a slash and a path, such as `example.com/service`
   * @param options what is known of it
   * @throws if it is no name of a signer
   */
  public static of(name: string, options: PodCertificateSignerOptions = {}): PodCertificateSigner {
    return new PodCertificateSigner(name, options);
  }

  /** The name of the signer. */
  public readonly name: string;

  /** @internal */
  public readonly _trustBundle: boolean;

  private readonly featureGates: boolean;

  private constructor(name: string, { featureGates = false, trustBundle = true }: PodCertificateSignerOptions) {
    if (name.length > 571 || !NAME.test(name)) {
      throw new Error(`"${name}" is not the name of a signer: give a domain, a slash and a path, such as example.com/service`);
    }
    this.name = name;
    this.featureGates = featureGates;
    this._trustBundle = trustBundle;
  }

  /**
   * Why a cluster has no pod certificates, or nothing where it has.
   *
   * @internal
   */
  public _missingOn(kubernetes: KubernetesVersion): string | undefined {
    if (kubernetes.atLeast(STABLE) || (kubernetes.atLeast(BETA) && this.featureGates)) {
      return undefined;
    }
    return kubernetes.atLeast(BETA)
      ? `Kubernetes ${kubernetes} has pod certificates behind feature gates alone: give the signer featureGates: true where they are on, or the workload an issuer of cert-manager`
      : `Kubernetes ${kubernetes} has no pod certificates: give the workload an issuer of cert-manager, or its Platform kubernetes: '${STABLE}' or later`;
  }
}
