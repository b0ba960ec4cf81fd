import { Subject } from './subject';
import { Reference } from '../model/reference';
import { Severity } from '../model/severity';

/** What every control says about itself. */
export interface RequirementProps {
  /** Its name, of `[a-z0-9-]`. It never changes once published. */
  readonly id: string;

  /** The good state, in one line: "Containers are not privileged". */
  readonly title: string;

  /** The part of the CSA's recommendations that it serves, such as `2.3`. */
  readonly recommendation: string;

  /** How much an attacker gains where it does not hold. */
  readonly severity: Severity;

  /** What is wrong where it does not hold, and what follows from it: "it runs privileged: it owns its node". */
  readonly message: string;

  /** What to do about a finding, in the imperative: "remove securityContext.privileged". */
  readonly remediation: string;

  /**
   * Where the finding points: a field below the subject, with dots.
   *
   * @default - the subject itself
   */
  readonly field?: string;

  /**
   * The kinds it judges: `Service` for the core group, else with the group, as in `apps/Deployment`. The version does not matter.
   *
   * @default - every kind with a pod template for pods and containers, every kind for objects
   */
  readonly kinds?: string[];

  /**
   * Where standards ask for it.
   *
   * @default - none
   */
  readonly references?: Reference[];

  /**
   * Values a user may set, with their defaults, bound to `params` in the expression.
   *
   * @default - none
   */
  readonly parameters?: { readonly [name: string]: any };

  /**
   * A strict control cannot be acknowledged: a finding stays a finding.
   *
   * @default false
   */
  readonly strict?: boolean;
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PART = /^([1-9]|1[0-7])\.[1-9]$/;

/** A control's description, whatever it is judged with. */
export abstract class Requirement {
  /** Its name. */
  public readonly id: string;

  /** The good state, in one line. */
  public readonly title: string;

  /** The part of the CSA's recommendations that it serves, such as `2.3`. */
  public readonly recommendation: string;

  /** How much an attacker gains where it does not hold. */
  public readonly severity: Severity;

  /** What is wrong where it does not hold. */
  public readonly message: string;

  /** What to do about a finding. */
  public readonly remediation: string;

  /** What it ranges over. */
  public abstract readonly subject: Subject;

  /** Where the finding points, below the subject. */
  public readonly field?: string;

  /** The kinds it judges; none means every kind that has the subject. */
  public readonly kinds: string[];

  /** Where standards ask for it. */
  public readonly references: Reference[];

  /** Values a user may set, with their defaults. */
  public readonly parameters: { readonly [name: string]: any };

  /** Whether its findings cannot be acknowledged. */
  public readonly strict: boolean;

  /** @throws if the id or the recommendation is not well formed */
  protected constructor(props: RequirementProps) {
    if (!ID.test(props.id)) {
      throw new Error(`"${props.id}" is not a control id: use lower-case letters, digits and single hyphens`);
    }
    if (!PART.test(props.recommendation)) {
      throw new Error(`control ${props.id}: "${props.recommendation}" is not a part of the CSA's recommendations: write it as "2.3"`);
    }
    this.id = props.id;
    this.title = props.title;
    this.recommendation = props.recommendation;
    this.severity = props.severity;
    this.message = props.message;
    this.remediation = props.remediation;
    this.field = props.field;
    this.kinds = props.kinds ?? [];
    this.references = props.references ?? [];
    this.parameters = props.parameters ?? {};
    this.strict = props.strict ?? false;
  }
}
