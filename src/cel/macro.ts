import { Ast } from './ast';
import type { Checker, Scope } from './check';
import { spend } from './cost';
import { mismatch } from './equality';
import type { Places, Planner } from './plan';
import { Frame, Run } from './run';
import { BOOL, DYN, INT, Type, write } from './types';
import { field, fromData, isMapping, keysOf } from './values';

/** What a macro is called on, and with. The first arguments are the names it binds. */
export interface MacroCall { readonly receiver: Ast; readonly args: readonly Ast[] }
export interface CheckedCall extends MacroCall { readonly scope: Scope }
export interface PlannedCall extends MacroCall { readonly names: Places }

/** A macro: a call whose last arguments are evaluated for elements, with names bound to them. */
export interface Macro {
  /** How many names it binds. */
  readonly names: number;

  /** How many arguments it takes after the names. */
  readonly bodies: number;

  /** The first minor of Kubernetes whose API server lets a new policy use it. By default all. */
  readonly since?: number;

  check(checker: Checker, call: CheckedCall): Type;
  plan(planner: Planner, call: PlannedCall): Run;
}

export interface MacroTable { readonly [name: string]: readonly Macro[] }

/** The names that a macro binds. */
export function idsOf(args: readonly Ast[], names: number, fail: (message: string, ast: Ast) => never): string[] {
  const ids = args.slice(0, names).map(id => id.op === 'id' && !id.args.startsWith('.') ? id.args : fail('a macro binds a plain name', id));
  if (ids.includes('__result__')) {
    fail('"__result__" is reserved', args[0]);
  }
  return new Set(ids).size < ids.length ? fail('a macro binds different names', args[0]) : ids;
}

/** The types of a macro over elements: of what it goes through, of the first name it binds, of the elements, and of its bodies. */
interface CheckedBodies { readonly range: Type; readonly first: Type; readonly element: Type; readonly bodies: Type[] }

/** Checks the names and bodies of a macro over elements. */
export function checkBodies(checker: Checker, { receiver, args, scope }: CheckedCall, names: number): CheckedBodies {
  const ids = idsOf(args, names, (message, ast) => checker.fail(message, ast));
  const range = checker.substitution.apply(checker.visit(receiver, scope));
  const [first, second] = elementTypes(checker, range, receiver, names);
  const inner = new Map([...scope, [ids[0], first], ...names === 2 ? [[ids[1], second] as const] : []]);
  return { range, first, element: names === 2 ? second : first, bodies: args.slice(names).map(body => checker.visit(body, inner)) };
}

function elementTypes(checker: Checker, range: Type, ast: Ast, names: number): readonly [Type, Type] {
  switch (range.kind) {
    case 'list': return names === 2 ? [INT, range.parameters[0]] : [range.parameters[0], DYN];
    case 'map': return [range.parameters[0], range.parameters[1]];
    case 'dyn': return [DYN, DYN];
    case 'variable':
      checker.substitution.assign(range, DYN);
      return [DYN, DYN];
    default: return checker.fail(`a macro goes through a list or a map, not ${write(range)}`, ast);
  }
}

/** @throws unless the body of a macro is a condition */
export function requireBool(checker: Checker, type: Type, ast: Ast): void {
  if (!checker.substitution.assign(BOOL, type)) {
    checker.fail(`a condition is expected, not ${write(checker.substitution.apply(type))}`, ast);
  }
}

/** What a macro over elements needs where it is evaluated. */
export interface Loop {
  readonly source: Run;
  readonly bodies: readonly Run[];

  /** Where the bound names are kept. */
  readonly at: readonly number[];
}

export function planLoop(planner: Planner, { receiver, args, names }: PlannedCall, bound: number): Loop {
  const ids = args.slice(0, bound).map(id => id.args as string);
  const { inner, at } = planner.bind(names, ids);
  return { source: planner.plan(receiver, names), bodies: args.slice(bound).map(body => planner.plan(body, inner)), at };
}

/**
 * Runs a step for each element, until one returns false; of maps the keys, with two names keys (or indexes) and values.
 *
 * @param stopCost what the API server counts for seeing that the next element is not needed
 * @returns whether a step returned false
 */
export function each({ source, at: [first, second] }: Loop, frame: Frame, step: (frame: Frame) => boolean, stopCost = 0): boolean {
  const value = source(frame);
  if (Array.isArray(value)) {
    for (let position = 0; position < value.length; position++) {
      const element = fromData(value[position]);
      frame[first] = second === undefined ? element : BigInt(position);
      if (second !== undefined) {
        frame[second] = element;
      }
      if (!step(frame)) {
        spend(position < value.length - 1 ? stopCost : 0);
        return true;
      }
    }
  } else if (isMapping(value)) {
    const keys = keysOf(value);
    for (const key of keys) {
      frame[first] = key;
      if (second !== undefined) {
        frame[second] = field(value, key);
      }
      if (!step(frame)) {
        spend(key !== keys[keys.length - 1] ? stopCost : 0);
        return true;
      }
    }
  } else {
    return mismatch('a macro over', value);
  }
  return false;
}
