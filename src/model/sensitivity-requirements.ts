import { RecommendationPart } from './recommendation';
import { Sensitivity } from './sensitivity';

/** Something that data of a certain sensitivity demands beyond what every workload has. */
export class SensitivityRequirement {
  /** Workloads run only on trusted nodes (part 8.5). */
  public static readonly TRUSTED_NODES = new SensitivityRequirement('trusted-nodes', Sensitivity.CONFIDENTIAL, '8.5');

  /** Persistent data is on an encrypted storage class, whose validation is recorded (part 17.2). */
  public static readonly ENCRYPTED_STORAGE = new SensitivityRequirement('encrypted-storage', Sensitivity.CONFIDENTIAL, '17.2');

  /** Persistent data is backed up, encrypted and off the cluster (part 15.1). */
  public static readonly BACKUP = new SensitivityRequirement('backup', Sensitivity.CONFIDENTIAL, '15.1');

  /** Images have neither a shell nor a package manager (part 6.3). */
  public static readonly MINIMAL_IMAGE = new SensitivityRequirement('minimal-image', Sensitivity.CONFIDENTIAL, '6.3');

  /** Captures of network, disk and memory stand ready (part 7.5). */
  public static readonly FORENSIC_CAPTURE = new SensitivityRequirement('forensic-capture', Sensitivity.CONFIDENTIAL, '7.5');

  /** Containers run in a sandboxed runtime (part 8.5). */
  public static readonly SANDBOXED_RUNTIME = new SensitivityRequirement('sandboxed-runtime', Sensitivity.RESTRICTED, '8.5');

  /** The application itself is encrypted until it runs, or its memory is (part 17.3). */
  public static readonly ENCRYPTED_APPLICATION = new SensitivityRequirement('encrypted-application', Sensitivity.RESTRICTED, '17.3');

  /** Every requirement, whatever the sensitivity. */
  public static all(): SensitivityRequirement[] {
    return [
      SensitivityRequirement.TRUSTED_NODES,
      SensitivityRequirement.ENCRYPTED_STORAGE,
      SensitivityRequirement.BACKUP,
      SensitivityRequirement.MINIMAL_IMAGE,
      SensitivityRequirement.FORENSIC_CAPTURE,
      SensitivityRequirement.SANDBOXED_RUNTIME,
      SensitivityRequirement.ENCRYPTED_APPLICATION,
    ];
  }

  /** What data of a sensitivity demands. A sensitivity of your own demands what the ready-made ones up to it do. */
  public static of(sensitivity: Sensitivity): SensitivityRequirement[] {
    return SensitivityRequirement.all().filter(requirement => requirement.appliesTo(sensitivity));
  }

  /** A name that reports use. It never changes. */
  public readonly id: string;

  /** The least sensitivity that demands it. */
  public readonly since: Sensitivity;

  private readonly partId: string;

  private constructor(id: string, since: Sensitivity, partId: string) {
    this.id = id;
    this.since = since;
    this.partId = partId;
  }

  /** The part of the recommendations it serves. */
  public get part(): RecommendationPart {
    return RecommendationPart.of(this.partId);
  }

  /** Whether data of a sensitivity demands it. */
  public appliesTo(sensitivity: Sensitivity): boolean {
    return sensitivity.atLeast(this.since);
  }

  /** The id. */
  public toString(): string {
    return this.id;
  }
}
