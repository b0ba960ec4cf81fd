import { Ast, parse } from './ast';
import { check, Checked } from './check';
import { startCounting, stopCounting } from './cost';
import { CelError } from './error';
import { keep, KeptCondition, restore } from './kept';
import { Planner } from './plan';
import { DYN, Type, write } from './types';
import { fromData } from './values';

/** A type that an expression may have to have. */
export type ResultType = 'bool' | 'string' | 'null_type';

/** What an expression may name. */
export interface CelEnvironment {
  /** The variables that are bound; each may hold anything, unless its type is given. */
  readonly variables: readonly string[];

  /** The types of variables that do not hold just anything. */
  readonly types?: { readonly [variable: string]: Type };

  /** The minor of the API server, such as `1.34`. By default the newest that is known. */
  readonly kubernetes?: string;

  /** The type that the expression must have without a doubt, as the API server asks of a policy: a bool of a validation. By default any. */
  readonly result?: ResultType | readonly ResultType[];
}

/** A compiled expression. */
export interface CelProgram {
  readonly expression: string;

  /** The type of its result as far as it is known without data, otherwise dyn. */
  readonly type: string;

  /** The same type, as other expressions may build on it. */
  readonly staticType: Type;

  /** @throws CelError where the evaluation fails or costs too much */
  evaluate(bindings: { readonly [name: string]: unknown }): unknown;
}

const NEWEST = 37;

/**
 * Kubernetes 1.28 had no optional values in new policies, and nearly every expression needs them: what is judged there is judged with the language
 * of 1.29. A policy for a 1.28 cluster cannot be written with them.
 */
const OLDEST_LANGUAGE = 29;

interface Made { readonly program: CelProgram; readonly minors: readonly [first: number, last: number] }

/** Most expressions are the same program for all minors. */
const programs = new Map<string, Made[]>();

/** Conditions that were parsed and checked before, by key. */
export interface KeptConditions { readonly [key: string]: readonly KeptCondition[] }

let kept: () => KeptConditions = () => ({});

/** From now on conditions that are among these are taken from them. They are read once something is compiled: few commands do. */
export function useKept(read: () => KeptConditions): void {
  let conditions: KeptConditions | undefined;
  kept = () => conditions ??= read();
}

/** What is to be kept of a condition; nothing where it must be compiled anew each time. */
export function keepCondition(expression: string, environment: CelEnvironment): KeptCondition | undefined {
  const ast = parse(expression);
  return keep(ast, checkIn(ast, expression, environment.variables, minorOf(environment)));
}

/** Under what a condition is kept. */
export function keyOf(expression: string, variables: readonly string[]): string {
  return `${variables.join()} ${expression}`;
}

/**
 * Compiles an expression as the API server's admission policies do.
 *
 * @throws CelError if it is not CEL, names an undeclared variable, calls a function that the API server of this version lacks, or mixes types
 */
export function compile(expression: string, environment: CelEnvironment): CelProgram {
  const { variables, types, result = [] } = environment;
  const wanted = [result].flat();
  const minor = minorOf(environment);
  if (types !== undefined) {
    return make(expression, variables, minor, wanted, types).program;
  }
  const key = `${wanted.join()} ${keyOf(expression, variables)}`;
  const known = programs.get(key) ?? [];
  const fitting = known.find(({ minors: [first, last] }) => minor >= first && minor <= last)
    ?? fromKept(expression, variables, minor, wanted) ?? make(expression, variables, minor, wanted);
  programs.set(key, known.includes(fitting) ? known : [...known, fitting]);
  return fitting.program;
}

function make(
  expression: string, variables: readonly string[], minor: number, wanted: readonly string[], types?: { readonly [variable: string]: Type },
): Made {
  const ast = parse(expression);
  const checked = checkIn(ast, expression, variables, minor, types);
  requireType(checked.type, wanted, expression);
  return plan(expression, variables, ast, checked);
}

function checkIn(
  ast: Ast, expression: string, variables: readonly string[], minor: number, types: { readonly [variable: string]: Type } = {},
): Checked {
  return check(ast, expression, new Map(variables.map(name => [name, types[name] ?? DYN])), minor);
}

function minorOf({ kubernetes }: CelEnvironment): number {
  return kubernetes === undefined ? NEWEST : Math.max(OLDEST_LANGUAGE, Number(kubernetes.split('.')[1]));
}

function fromKept(expression: string, variables: readonly string[], minor: number, wanted: readonly string[]): Made | undefined {
  const found = kept()[keyOf(expression, variables)]?.find(({ minors: [first, last] }) => minor >= first && minor <= (last ?? Infinity));
  if (found === undefined || !wanted.includes('bool')) {
    return undefined;
  }
  const { ast, checked } = restore(found);
  return plan(expression, variables, ast, checked);
}

function plan(expression: string, variables: readonly string[], ast: Ast, checked: Checked): Made {
  const planner = new Planner(checked, variables);
  const run = planner.plan(ast, new Map(variables.map((name, place) => [name, place])));
  const { places } = planner;
  const program: CelProgram = {
    expression,
    type: write(checked.type),
    staticType: checked.type,
    evaluate(bindings) {
      const outer = startCounting();
      try {
        const frame = new Array<unknown>(places);
        for (let place = 0; place < variables.length; place++) {
          frame[place] = fromData(bindings[variables[place]]);
        }
        return run(frame);
      } finally {
        stopCounting(outer);
      }
    },
  };
  return { program, minors: checked.minors };
}

function requireType({ kind }: Type, wanted: readonly string[], expression: string): void {
  if (wanted.length > 0 && !wanted.includes(kind)) {
    throw new CelError(
      `the API server must be sure that it is a ${wanted.join(' or ')}, and it is ${kind === 'dyn' ? 'of any type' : `a ${kind}`}: ${expression}`, expression);
  }
}
