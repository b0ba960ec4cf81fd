import { CelProgram } from '../cel/program';
import { Control } from '../controls/control';
import { InventoryControl, Outcome } from '../controls/inventory-control';
import { Requirement } from '../controls/requirement';
import { Subject } from '../controls/subject';
import { Inventory } from '../inventory/inventory';
import { Manifest } from '../inventory/manifest';
import { KubernetesVersion } from '../model/kubernetes-version';
import { containersOf, POD_TEMPLATE_GROUP_KINDS, podTemplateOf } from '../model/pod-template';

type Path = readonly (string | number)[];

/** One place where a control does not hold. */
export interface Violation {
  readonly path: Path;
  readonly container?: string;
  readonly message?: string;
}

/** How an object stands to a control. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly violations: readonly Violation[];
  readonly errors: readonly string[];
}

const POD_KINDS: ReadonlySet<string> = new Set(POD_TEMPLATE_GROUP_KINDS);
const NOT_APPLICABLE: Verdict = { outcome: Outcome.NOT_APPLICABLE, violations: [], errors: [] };
const PASSED: Verdict = { outcome: Outcome.PASSED, violations: [], errors: [] };

/** A control made ready to judge: with its parameters, and compiled for the target when the first object asks for it. */
export class Judge {
  private readonly kinds?: ReadonlySet<string>;
  private readonly field: readonly string[];
  private program?: CelProgram;
  private when?: CelProgram;
  private readonly params: { readonly [name: string]: unknown };

  public constructor(
    public readonly control: Requirement, private readonly target: KubernetesVersion, parameters: { readonly [name: string]: unknown } = {},
  ) {
    this.kinds = control.kinds.length > 0 ? new Set(control.kinds) : looksAtPods(control) ? POD_KINDS : undefined;
    this.field = control.field?.split('.') ?? [];
    this.params = { ...control.parameters, ...parameters };
  }

  /** Whether it has anything to say of a kind. */
  public mayJudge(groupKind: string): boolean {
    return this.kinds?.has(groupKind) ?? true;
  }

  /** Judges one manifest. What cannot be evaluated is an error, never a pass. */
  public judge(manifest: Manifest, inventory: Inventory): Verdict {
    if (!this.mayJudge(manifest.groupKind)) {
      return NOT_APPLICABLE;
    }
    try {
      if (this.control instanceof InventoryControl) {
        return this.relate(this.control, manifest, inventory);
      }
      const control = this.control as Control;
      const verdict = this.evaluate(control, manifest);
      return verdict.outcome === Outcome.FAILED && control._elsewhere?.(manifest, inventory) === true ? PASSED : verdict;
    } catch (error) {
      return { outcome: Outcome.NOT_APPLICABLE, violations: [], errors: [(error as Error).message] };
    }
  }

  private relate(control: InventoryControl, manifest: Manifest, inventory: Inventory): Verdict {
    const { outcome, faults = [] } = control.judge(manifest, inventory);
    const violations = outcome !== Outcome.FAILED ? [] : faults.length > 0 ? faults : [{ path: this.field }];
    return { outcome, violations, errors: [] };
  }

  private evaluate(control: Control, manifest: Manifest): Verdict {
    if (this.program === undefined) {
      this.program = control._compile(control.expressionFor(this.target.toString()), this.target);
      this.when = control.when === undefined ? undefined : control._compile(control.when, this.target);
    }
    const object = control.asWritten ? manifest.written : manifest.object;
    const { params } = this;
    if (control.subject === Subject.OBJECT) {
      return this.decide([{ bindings: { object, params }, path: [] }]);
    }
    const located = control.asWritten ? podTemplateOf(object) : manifest.pod;
    if (located === undefined) {
      return NOT_APPLICABLE;
    }
    const pod = located.template;
    if (control.subject === Subject.POD) {
      return this.decide([{ bindings: { object, pod, params }, path: located.path }]);
    }
    const subjects = [];
    for (const { list, index, container } of containersOf(pod.spec)) {
      subjects.push({ bindings: { object, pod, container, params }, path: [...located.path, 'spec', list, index], container: String(container.name ?? index) });
    }
    return this.decide(subjects);
  }

  private decide(subjects: readonly { bindings: { readonly [name: string]: unknown }; path: Path; container?: string }[]): Verdict {
    let applicable = false;
    const violations: Violation[] = [];
    for (const { bindings, path, container } of subjects) {
      if (this.when !== undefined && this.when.evaluate(bindings) === false) {
        continue;
      }
      applicable = true;
      if (this.program!.evaluate(bindings) !== true) {
        violations.push({ path: [...path, ...this.field], container });
      }
    }
    return !applicable ? NOT_APPLICABLE : violations.length === 0 ? PASSED : { outcome: Outcome.FAILED, violations, errors: [] };
  }
}

function looksAtPods(control: Requirement): boolean {
  return control instanceof Control && control.subject !== Subject.OBJECT;
}
