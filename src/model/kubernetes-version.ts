const MAJOR = 1;
const FORM = /^v?(\d+)\.(\d+)(?:\.\d+)?(?:[-+][0-9A-Za-z.+-]+)?$/;

/** A minor version of Kubernetes that the library knows: which fields exist and which Pod Security version is judged depend on it. */
export class KubernetesVersion {
  /** Kubernetes 1.28. */
  public static readonly V1_28 = new KubernetesVersion(28);

  /** Kubernetes 1.29. */
  public static readonly V1_29 = new KubernetesVersion(29);

  /** Kubernetes 1.30. */
  public static readonly V1_30 = new KubernetesVersion(30);

  /** Kubernetes 1.31. */
  public static readonly V1_31 = new KubernetesVersion(31);

  /** Kubernetes 1.32. */
  public static readonly V1_32 = new KubernetesVersion(32);

  /** Kubernetes 1.33. */
  public static readonly V1_33 = new KubernetesVersion(33);

  /** Kubernetes 1.34. */
  public static readonly V1_34 = new KubernetesVersion(34);

  /** Kubernetes 1.35. */
  public static readonly V1_35 = new KubernetesVersion(35);

  /** Kubernetes 1.36. */
  public static readonly V1_36 = new KubernetesVersion(36);

  /** Kubernetes 1.37. */
  public static readonly V1_37 = new KubernetesVersion(37);

  /** The oldest version the library knows. */
  public static readonly OLDEST = KubernetesVersion.V1_28;

  /** The newest version the library knows. */
  public static readonly LATEST = KubernetesVersion.V1_37;

  /**
   * What is assumed where nobody says: 1.34. It is widely deployed and every managed platform offers it; the newest would emit fields that many
   * clusters refuse, the oldest would leave out protection that they have.
   */
  public static readonly DEFAULT = KubernetesVersion.V1_34;

  /**
   * The version written as `1.34`, `v1.34` or `1.34.2`, also with a provider's suffix as in `v1.34.2-gke.100`.
   *
   * @param version the version of the cluster
   * @throws if it is not a version, or outside what the library knows
   */
  public static of(version: string): KubernetesVersion {
    const [, major, minor] = FORM.exec(version) ?? [];
    const known = KubernetesVersion.all().find(candidate => candidate.toString() === `${major}.${minor}`);
    if (known === undefined) {
      throw new Error(`"${version}" is not a supported Kubernetes version: give one from ${KubernetesVersion.OLDEST} to ${KubernetesVersion.LATEST}`);
    }
    return known;
  }

  /**
   * The version that is asked for, or that of the platform.
   *
   * @internal
   */
  public static _asked(asked: { readonly target?: string; readonly platform?: { readonly kubernetes: KubernetesVersion } }): KubernetesVersion {
    return asked.target === undefined ? asked.platform?.kubernetes ?? KubernetesVersion.DEFAULT : KubernetesVersion.of(asked.target);
  }

  /** Every version the library knows, the oldest first. */
  public static all(): KubernetesVersion[] {
    return [
      KubernetesVersion.V1_28, KubernetesVersion.V1_29, KubernetesVersion.V1_30, KubernetesVersion.V1_31, KubernetesVersion.V1_32,
      KubernetesVersion.V1_33, KubernetesVersion.V1_34, KubernetesVersion.V1_35, KubernetesVersion.V1_36, KubernetesVersion.V1_37,
    ];
  }

  /** The minor number: 34 for Kubernetes 1.34. */
  public readonly minor: number;

  private constructor(minor: number) {
    this.minor = minor;
  }

  /** Whether this is the other version or a newer one. */
  public atLeast(other: KubernetesVersion): boolean {
    return this.minor >= other.minor;
  }

  /** The version as `1.34`. */
  public toString(): string {
    return `${MAJOR}.${this.minor}`;
  }
}
