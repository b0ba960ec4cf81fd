import { Control } from './control';
import { Judged } from './judged';
import { RemedyField } from './remedy';
import { KubernetesVersion } from '../model/kubernetes-version';

type Path = readonly (string | number)[];

/** A value that is put where nothing is written. */
export interface RemedyAddition {
  /** From the object's root. */
  readonly path: Path;
  readonly value: unknown;
}

/** What the remedy of a control fills in at one place where it does not hold: the outermost fields that are absent. Nothing where a person must decide. */
export function remedyAdditions(control: Control, { bindings, path }: Judged, target: KubernetesVersion): readonly RemedyAddition[] {
  const { remedy, when, subject, parameters } = control;
  const bound = { ...bindings, params: parameters };
  const applies = remedy !== undefined && [when, remedy.when].every(condition => holds(control, condition, bound, target));
  return applies ? absentFields(bindings[subject], path, remedy.fields) : [];
}

/** A null that an author wrote is nothing to the API server, and nothing of which a condition can be asked: a person decides. */
function holds(control: Control, condition: string | undefined, bound: Judged['bindings'], target: KubernetesVersion): boolean {
  try {
    return condition === undefined || control._compile(condition, target).evaluate(bound) === true;
  } catch {
    return false;
  }
}

function absentFields(owner: unknown, at: Path, fields: readonly RemedyField[]): RemedyAddition[] {
  const found = new Map<string, RemedyAddition>();
  for (const field of fields) {
    const keys = field.path.split('.');
    let present = owner;
    let depth = 0;
    while (depth < keys.length && isMapping(present) && (present[keys[depth]] ?? undefined) !== undefined) {
      present = present[keys[depth++]];
    }
    if (depth < keys.length && isMapping(present)) {
      const outermost = keys.slice(0, depth + 1);
      const value = within(found.get(outermost.join('.'))?.value, keys.slice(depth + 1), field.value);
      found.set(outermost.join('.'), { path: [...at, ...outermost], value });
    }
  }
  return [...found.values()];
}

/** A value in the mappings that are to hold it, beside what is in them already. */
function within(known: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  const owner = isMapping(known) ? known : {};
  return key === undefined ? value : { ...owner, [key]: within(owner[key], rest, value) };
}

function isMapping(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
