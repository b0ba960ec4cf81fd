import { Requirement, RequirementProps } from './requirement';
import { Subject } from './subject';
import { Inventory } from '../inventory/inventory';
import { Manifest } from '../inventory/manifest';
import { KubernetesVersion } from '../model/kubernetes-version';

/** How a manifest stands to a control across objects. */
export enum Outcome {
  PASSED = 'passed',
  FAILED = 'failed',

  /** The objects that would decide it could lie outside the input. */
  UNDETERMINED = 'undetermined',

  NOT_APPLICABLE = 'notApplicable',
}

/** One thing wrong with a manifest. */
export interface Fault {
  /** The field, from the object's root: `['spec', 'ports', 0, 'targetPort']`. */
  readonly path: readonly (string | number)[];

  /** What is wrong here, in place of the control's own message. */
  readonly message?: string;
}

/** What a control across objects says of one manifest. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly faults?: readonly Fault[];
}

/** Says how a manifest stands to a control, for a version of Kubernetes and the parameters of the control. */
export type JudgeManifest = (
  manifest: Manifest, inventory: Inventory, target: KubernetesVersion, parameters: { readonly [name: string]: any },
) => Judgement;

/** A control across objects: it judges one manifest with the inventory of all. */
export interface InventoryControlProps extends RequirementProps {
  /**
   * With `POD` or `CONTAINER` it judges only what makes pods.
   *
   * @default Subject.OBJECT
   */
  readonly subject?: Subject;
  readonly judge: JudgeManifest;

  /**
   * Where it may have anything to say, for controls that are about few manifests. Those that share it are left out together.
   *
   * @default - everywhere
   */
  readonly where?: (manifest: Manifest) => boolean;
}

/** One requirement on how an object relates to others. It needs the inventory, so it has no guard in the cluster. */
export class InventoryControl extends Requirement {
  /** Whether it judges every object, or only what makes pods. */
  public readonly subject: Subject;

  public readonly judge: JudgeManifest;

  public readonly where?: (manifest: Manifest) => boolean;

  public constructor(props: InventoryControlProps) {
    super(props);
    this.where = props.where;
    this.subject = props.subject ?? Subject.OBJECT;
    this.judge = props.judge;
  }
}
