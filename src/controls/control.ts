import { isReadingLibrary } from './library-reading';
import { Remedy } from './remedy';
import { Requirement, RequirementProps } from './requirement';
import { Subject } from './subject';
import { CelProgram, compile } from '../cel/program';
import { Inventory } from '../inventory/inventory';
import { Manifest } from '../inventory/manifest';
import { KubernetesVersion } from '../model/kubernetes-version';

/** An expression that holds from one Kubernetes minor on. */
export interface ControlVersion {
  /** The first minor it is for, such as `1.34`. */
  readonly since: string;

  /** The expression from this minor on. */
  readonly expression: string;
}

/** A control: one requirement that an expression decides. */
export interface ControlProps extends RequirementProps {
  /** What the expression ranges over. */
  readonly subject: Subject;

  /** In CEL, as the API server has it: true where the requirement is met. */
  readonly expression: string;

  /**
   * In CEL: where it is false the control does not apply, and says so in the evidence.
   *
   * @default - it applies to every subject
   */
  readonly when?: string;

  /**
   * Other expressions for newer Kubernetes minors, the oldest first.
   *
   * @default - one expression for all
   */
  readonly versions?: ControlVersion[];

  /**
   * What makes an object meet it.
   *
   * @default - a person decides
   */
  readonly remedy?: Remedy;

  /**
   * Whether it judges the object as its author wrote it, before defaulting. It then has no guard in the cluster.
   *
   * @default false
   */
  readonly asWritten?: boolean;

  /**
   * Whether other objects meet it where this one alone does not. A guard sees no others, and asks for it here.
   *
   * @default - only the object counts
   * @internal
   */
  readonly _elsewhere?: Elsewhere;

  /**
   * Why the cluster does not ask for it, where it is about manifests and not about what runs.
   *
   * @default - it has a guard
   * @internal
   */
  readonly _unguarded?: string;
}

/** Whether other objects meet what one does not meet alone. */
export type Elsewhere = (manifest: Manifest, inventory: Inventory) => boolean;

/** The variables each subject binds. */
export const VARIABLES: { readonly [subject in Subject]: readonly string[] } = {
  [Subject.OBJECT]: ['object', 'params'],
  [Subject.POD]: ['object', 'pod', 'params'],
  [Subject.CONTAINER]: ['object', 'pod', 'container', 'params'],
};

/**
 * One requirement on one object, decided by a CEL expression: it checks manifests, fills in defaults and guards a cluster.
 */
export class Control extends Requirement {
  /** What the expression ranges over. */
  public readonly subject: Subject;

  /** True where the requirement is met. */
  public readonly expression: string;

  /** Where it is false the control does not apply. */
  public readonly when?: string;

  /** Other expressions for newer Kubernetes minors, the oldest first. */
  public readonly versions: ControlVersion[];

  /** What makes an object meet it. */
  public readonly remedy?: Remedy;

  /** Whether it judges the object as its author wrote it. */
  public readonly asWritten: boolean;

  private readonly programs = new Map<string, { readonly program: CelProgram; readonly since: KubernetesVersion }>();

  /**
   * Whether other objects meet it where one alone does not.
   *
   * @internal
   */
  public readonly _elsewhere?: Elsewhere;

  /**
   * Why the cluster does not ask for it.
   *
   * @internal
   */
  public readonly _unguarded?: string;

  /**
   * @throws if the id or recommendation is not well formed, or an expression does not compile: it calls a function that the API server of its
   * version lacks, or names a variable that its subject does not bind
   */
  public constructor(props: ControlProps) {
    super(props);
    this.subject = props.subject;
    this.expression = props.expression;
    this.when = props.when;
    this.versions = props.versions ?? [];
    this.remedy = props.remedy;
    this.asWritten = props.asWritten ?? false;
    this._elsewhere = props._elsewhere;
    this._unguarded = props._unguarded;
    if (!isReadingLibrary()) {
      this._check();
    }
  }

  /**
   * Compiles all of its expressions: the default one and conditions must work on every supported version, the others from their own minor on.
   *
   * @internal
   */
  public _check(): void {
    this._compile(this.expression, KubernetesVersion.OLDEST);
    this.versions.forEach(({ since, expression }) => this._compile(expression, KubernetesVersion.of(since)));
    [this.when, this.remedy?.when].forEach(condition => condition !== undefined && this._compile(condition, KubernetesVersion.OLDEST));
  }

  /** The expression for a Kubernetes minor, such as `1.34`. */
  public expressionFor(kubernetes: string): string {
    const target = KubernetesVersion.of(kubernetes);
    const reached = this.versions.filter(({ since }) => target.atLeast(KubernetesVersion.of(since)));
    return reached.length === 0 ? this.expression : reached[reached.length - 1].expression;
  }

  /**
   * Compiles one of its expressions with the variables of its subject. API servers only gain functions, so that what compiled for one minor
   * serves every later one.
   *
   * @internal
   */
  public _compile(expression: string, kubernetes: KubernetesVersion): CelProgram {
    const known = this.programs.get(expression);
    if (known !== undefined && kubernetes.atLeast(known.since)) {
      return known.program;
    }
    const program = this.compiled(expression, kubernetes);
    this.programs.set(expression, { program, since: kubernetes });
    return program;
  }

  private compiled(expression: string, kubernetes: KubernetesVersion): CelProgram {
    try {
      return compile(expression, { variables: VARIABLES[this.subject], kubernetes: kubernetes.toString(), result: 'bool' });
    } catch (error) {
      throw new Error(`control ${this.id}: ${(error as Error).message}`);
    }
  }
}
