import { Catalogue } from './catalogue';
import { Control } from './control';
import { JudgedBySubject, judgedIn } from './judged';
import { Remedy, RemedyClass } from './remedy';
import { Subject } from './subject';
import { CelProgram } from '../cel/program';
import { KubernetesVersion } from '../model/kubernetes-version';
import { isList } from '../model/list';
import { LocatedPodTemplate, podTemplatesOf } from '../model/pod-template';
import { groupKindOf } from '../model/scope-of-kinds';

interface Json { [key: string]: any }

/** A field that a remedy filled in. */
export interface Filled {
  readonly control: string;
  /** From the object's root. */
  readonly path: readonly (string | number)[];
}

/** A control with its remedy, compiled. */
interface Ready {
  readonly control: Control;
  readonly fields: readonly { readonly keys: readonly string[]; readonly value: unknown }[];
  readonly judged: CelProgram;
  readonly conditions: readonly CelProgram[];
}

/** The remedies of the catalogue for one Kubernetes minor: compiled once, and looked up by kind. */
export class Remedies {
  /** @param behavioural whether remedies that could stop a program that runs today are applied too */
  public static of(target: KubernetesVersion, behavioural: boolean): Remedies {
    const key = `${target} ${behavioural}`;
    const remedies = Remedies.made.get(key) ?? new Remedies(target, behavioural);
    Remedies.made.set(key, remedies);
    return remedies;
  }

  private static readonly made = new Map<string, Remedies>();
  private readonly all: readonly Ready[];
  private readonly byKind = new Map<string, readonly Ready[]>();

  private constructor(target: KubernetesVersion, behavioural: boolean) {
    this.all = Catalogue.all().filter((control): control is Control => control instanceof Control).flatMap(control => {
      const { remedy } = control;
      return remedy === undefined || (remedy.remedyClass === RemedyClass.BEHAVIOURAL && !behavioural) ? [] : [ready(control, remedy, target)];
    });
  }

  /**
   * Fills in what is absent, so that the object, or each item of a List, satisfies the controls. What an author wrote is kept. The object is
   * changed in place. Applying it twice changes nothing.
   *
   * @param asked whether a control is to be satisfied; by default each is
   */
  public fillIn(object: Json, asked: (control: string) => boolean = () => true): Filled[] {
    if (isList(object)) {
      return object.items.flatMap((entry, index) => this.fillIn(entry, asked).map(({ control, path }) => ({ control, path: ['items', index, ...path] })));
    }
    const [first, ...others] = podTemplatesOf(object).filter(({ assembly }) => assembly === undefined);
    const wanted = this.for(object).filter(({ control: { id } }) => asked(id));
    const ofPods = wanted.filter(({ control: { subject } }) => subject !== Subject.OBJECT);
    const filled = (template: LocatedPodTemplate | undefined, all: readonly Ready[]) => {
      const judged = judgedIn(object, template);
      return all.flatMap(each => fillOne(judged, each));
    };
    return [...filled(first, wanted), ...others.flatMap(template => filled(template, ofPods))];
  }

  private for(object: Json): readonly Ready[] {
    const kind = groupKindOf(String(object.apiVersion), object.kind);
    let found = this.byKind.get(kind);
    if (found === undefined) {
      found = this.all.filter(({ control: { kinds } }) => kinds.length === 0 || kinds.includes(kind));
      this.byKind.set(kind, found);
    }
    return found;
  }
}

function ready(control: Control, remedy: Remedy, target: KubernetesVersion): Ready {
  const compiled = (expression: string) => control._compile(expression, target);
  const conditions = [control.when, remedy.when].filter(condition => condition !== undefined).map(compiled);
  const fields = remedy.fields.map(({ path, value }) => ({ keys: path.split('.'), value }));
  return { control, fields, judged: compiled(control.expressionFor(target.toString())), conditions };
}

function fillOne(all: JudgedBySubject, { control, fields, judged, conditions }: Ready): Filled[] {
  const filled: Filled[] = [];
  for (const { bindings, path } of all[control.subject]) {
    const subject = bindings[control.subject] as Json;
    bindings.params = control.parameters;
    const nothingToFill = fields.every(({ keys }) => isWritten(subject, keys));
    if (nothingToFill || conditions.some(condition => condition.evaluate(bindings) !== true) || judged.evaluate(bindings) === true) {
      continue;
    }
    for (const { keys, value } of fields) {
      if (setAbsent(subject, keys, value)) {
        filled.push({ control: control.id, path: [...path, ...keys] });
      }
    }
  }
  return filled;
}

function isWritten(owner: Json, keys: readonly string[]): boolean {
  return (keys.reduce((value: Json | undefined, key) => value?.[key], owner) ?? undefined) !== undefined;
}

/** Sets a field unless it, or a parent that is not a mapping, is written. */
function setAbsent(owner: Json, [key, ...rest]: readonly string[], value: unknown): boolean {
  const present = owner[key];
  if (rest.length === 0) {
    if (present !== undefined && present !== null) {
      return false;
    }
    owner[key] = structuredClone(value);
    return true;
  }
  if (present === undefined || present === null) {
    owner[key] = {};
  } else if (typeof present !== 'object' || Array.isArray(present)) {
    return false;
  }
  return setAbsent(owner[key], rest, value);
}
