import { Subjects } from './subjects';
import { CelProgram } from '../cel/program';
import { Control } from '../controls/control';
import { InventoryControl, Outcome } from '../controls/inventory-control';
import { Judged } from '../controls/judged';
import { Requirement } from '../controls/requirement';
import { Subject } from '../controls/subject';
import { Inventory } from '../inventory/inventory';
import { Manifest } from '../inventory/manifest';
import { KubernetesVersion } from '../model/kubernetes-version';
import { CLUSTER_SCOPED } from '../model/scope-of-kinds';
import { Severity } from '../model/severity';

type Path = readonly (string | number)[];

/** One place where a control does not hold. */
export interface Violation {
  readonly path: Path;
  readonly container?: string;
  readonly message?: string;

  /** What the control was evaluated on, where it is an expression. */
  readonly judged?: Judged;

  /** Where it differs from the control's. */
  readonly severity?: Severity;
  readonly references?: readonly string[];

  /** Tells apart what a control finds in the same place. */
  readonly key?: string;
}

/** What a report says of whatever judges: a control, or a policy that somebody else wrote. */
export type Rule = Pick<Requirement, 'id' | 'recommendation' | 'severity' | 'message' | 'remediation' | 'references' | 'strict'>;

/** How an object stands to a control. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly violations: readonly Violation[];
  readonly errors: readonly string[];
}

/** Nearly all verdicts are one of these. */
const WITHOUT_FAULT: { readonly [outcome in Exclude<Outcome, Outcome.FAILED>]: Verdict } = {
  [Outcome.NOT_APPLICABLE]: { outcome: Outcome.NOT_APPLICABLE, violations: [], errors: [] },
  [Outcome.PASSED]: { outcome: Outcome.PASSED, violations: [], errors: [] },
  [Outcome.UNDETERMINED]: { outcome: Outcome.UNDETERMINED, violations: [], errors: [] },
};
const { [Outcome.NOT_APPLICABLE]: NOT_APPLICABLE, [Outcome.PASSED]: PASSED } = WITHOUT_FAULT;

/** A control made ready to judge: with its parameters, and compiled for the target when the first object asks for it. */
export class Judge {
  private readonly kinds?: ReadonlySet<string>;
  private readonly ofPods: boolean;

  /** The control, where it judges a manifest beside others. */
  private readonly related?: InventoryControl;
  private readonly field: readonly string[];

  /** The field of a pod's specification, or of a container, that it is about. Some kinds cannot say it. */
  private readonly outermost?: string;
  public readonly where?: (manifest: Manifest) => boolean;
  private program?: CelProgram;
  private when?: CelProgram;
  private readonly params: { readonly [name: string]: unknown };

  public constructor(
    public readonly control: Requirement, private readonly target: KubernetesVersion, parameters: { readonly [name: string]: unknown } = {},
  ) {
    this.kinds = control.kinds.length === 0 ? undefined : new Set(control.kinds);
    this.field = control.field?.split('.') ?? [];
    this.outermost = control.subject === Subject.CONTAINER ? this.field[0] : this.field[0] === 'spec' ? this.field[1] : undefined;
    this.params = { ...control.parameters, ...parameters };
    this.ofPods = control.subject !== Subject.OBJECT;
    this.related = control instanceof InventoryControl ? control : undefined;
    this.where = this.related?.where;
  }

  /** Whether it may have anything to say of a manifest. Manifests of one kind that make pods, or do not, are alike in this. */
  public mayJudge({ groupKind, pod, isPart }: Manifest): boolean {
    return (this.ofPods ? pod !== undefined : isPart !== true) && (this.kinds === undefined || this.kinds.has(groupKind))
      // Pods that an object of no namespace describes are made in any: what is beside them nobody knows.
      && !(this.ofPods && this.related !== undefined && CLUSTER_SCOPED.has(groupKind));
  }

  /** Judges one manifest. What cannot be evaluated is an error, never a pass. */
  public judge(manifest: Manifest, inventory: Inventory, subjects = new Subjects(manifest)): Verdict {
    if (!this.mayJudge(manifest)) {
      return NOT_APPLICABLE;
    }
    try {
      if (this.related !== undefined) {
        return this.relate(this.related, manifest, inventory);
      }
      const control = this.control as Control;
      const verdict = this.evaluate(control, subjects);
      return verdict.outcome === Outcome.FAILED && control._elsewhere?.(manifest, inventory) === true ? PASSED : verdict;
    } catch (error) {
      return { outcome: Outcome.NOT_APPLICABLE, violations: [], errors: [(error as Error).message] };
    }
  }

  private relate(control: InventoryControl, manifest: Manifest, inventory: Inventory): Verdict {
    const { outcome, faults = [] } = control.judge(manifest, inventory, this.target, this.params);
    return outcome !== Outcome.FAILED ? WITHOUT_FAULT[outcome]
      : { outcome, violations: faults.length > 0 ? faults : [{ path: this.field }], errors: [] };
  }

  private evaluate(control: Control, subjects: Subjects): Verdict {
    if (this.program === undefined) {
      this.program = control._compile(control.expressionFor(this.target.toString()), this.target);
      this.when = control.when === undefined ? undefined : control._compile(control.when, this.target);
    }
    let applicable = false;
    const violations: Violation[] = [];
    for (const judged of subjects.of(control)) {
      const { bindings, path, container, says } = judged;
      if (says !== undefined && this.outermost !== undefined && !says(this.outermost)) {
        continue;
      }
      bindings.params = this.params;
      if (this.when !== undefined && this.when.evaluate(bindings) === false) {
        continue;
      }
      applicable = true;
      if (this.program.evaluate(bindings) !== true) {
        violations.push({ path: [...path, ...this.field], container, judged });
      }
    }
    return !applicable ? NOT_APPLICABLE : violations.length === 0 ? PASSED : { outcome: Outcome.FAILED, violations, errors: [] };
  }
}
