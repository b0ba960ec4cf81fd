import { get } from './access';
import { Ast } from './ast';
import { spend } from './cost';
import { mismatch } from './equality';
import { Run } from './run';
import { field, isMapping, Optional } from './values';

/** One field or entry after another. An optional one may be absent, and so may all that follow it. */
export interface Step { readonly key: string; readonly optional: boolean }

/** A name and what is looked up in it, such as `pod.spec.?volumes`: nearly every condition is made of these, so each is read in one go. */
export interface Path {
  /** Where the value of the name is kept. */
  readonly place: number;

  readonly steps: readonly Step[];
}

/** The name and the steps of an expression that is a path; nothing where it begins with no name, or where a key is only known when it is evaluated. */
export function pathIn(ast: Ast): { readonly name: Ast; readonly steps: readonly Step[] } | undefined {
  if (ast.op === 'id') {
    return { name: ast, steps: [] };
  }
  if (ast.op !== '.' && ast.op !== '.?' && ast.op !== '[]' && ast.op !== '[?]') {
    return undefined;
  }
  const [of, at] = ast.args;
  const key = typeof at === 'string' ? at : at.op === 'value' && typeof at.args === 'string' ? at.args : undefined;
  const owner = key === undefined ? undefined : pathIn(of);
  return owner && { name: owner.name, steps: [...owner.steps, { key: key!, optional: ast.op === '.?' || ast.op === '[?]' }] };
}

/** Whether it gives an optional value wherever its name has none. */
export function isOptional({ steps }: Path): boolean {
  return steps.some(({ optional }) => optional);
}

/**
 * Reads a path without an optional step.
 *
 * @param free whether the name costs nothing
 */
export function getting({ place, steps }: Path, free: boolean): Run {
  const keys = steps.map(({ key }) => key);
  return frame => {
    spend(free ? 0 : 1);
    let value = frame[place];
    for (const key of keys) {
      spend(1);
      value = get(value, key);
      spend(value === Optional.NONE ? -1 : 0); // What is not there is not counted.
    }
    return value;
  };
}

/** Reads a path with an optional step: an optional value. */
export function readingOptional(path: Path, free: boolean): Run {
  const read = reading(path, free);
  return frame => {
    const found = read(frame);
    return found === undefined ? Optional.NONE : Optional.of(found);
  };
}

/** Reads a path with an optional step, and evaluates the alternative only where nothing is there. */
export function readingOr(path: Path, alternative: Run): Run {
  const read = reading(path, false);
  return frame => {
    const found = read(frame);
    return found === undefined ? alternative(frame) : found;
  };
}

/** Whether there is anything at a path with an optional step. */
export function asking(path: Path): Run {
  const read = reading(path, false);
  return frame => {
    const found = read(frame) !== undefined;
    spend(1);
    return found;
  };
}

/** Reads a path with an optional step, without making an optional value: undefined where nothing is there. */
function reading({ place, steps }: Path, free: boolean): Run {
  const needed = steps.findIndex(({ optional }) => optional);
  const keys = steps.map(({ key }) => key);
  return frame => {
    spend(free ? 0 : 1);
    let value = frame[place];
    let at = 0;
    for (; at < needed && !(value instanceof Optional); at++) {
      spend(1);
      value = get(value, keys[at]);
    }
    if (value instanceof Optional) {
      value = value.value;
    }
    const start = at;
    while (at < keys.length && !Array.isArray(value)) {
      value = isMapping(value) ? field(value, keys[at]) : undefined;
      if (value === undefined) {
        break;
      }
      at++;
    }
    spend(at - start); // What is not there is not counted.
    if (at < keys.length && value !== undefined) {
      spend(1);
      return mismatch('index', value, keys[at]); // A list has no fields.
    }
    return value;
  };
}
