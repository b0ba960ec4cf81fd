import { Ast, parse } from './ast';
import { CelError } from './error';
import { CelFunction, FUNCTIONS } from './functions';
import { binary, negate } from './operators';
import { field, fromData, isMapping, keysOf, Mapping, Optional, typeName, Uint } from './values';

/** What an expression may name. */
export interface CelEnvironment {
  /** The variables that are bound; each may hold anything. */
  readonly variables: readonly string[];

  /** The minor of the API server, such as `1.34`. By default the newest that is known. */
  readonly kubernetes?: string;
}

/** A compiled expression. */
export interface CelProgram {
  readonly expression: string;

  /** @throws CelError where the evaluation fails or costs too much */
  evaluate(bindings: { readonly [name: string]: unknown }): unknown;
}

/** What the API server allows one call to cost. */
const COST_LIMIT = 1_000_000;
const TYPE_NAMES = new Set(['int', 'uint', 'double', 'bool', 'string', 'bytes', 'list', 'map', 'null_type', 'type']);
const NEWEST = 37;

type Scope = Map<string, unknown>;
type Run = (scope: Scope) => unknown;
interface Names { readonly known: ReadonlySet<string>; readonly minor: number }

let remaining = 0;

function spend(cost: number): void {
  remaining -= cost;
  if (remaining < 0) {
    throw new CelError(`it costs more than ${COST_LIMIT}, which the API server allows`);
  }
}

const programs = new Map<string, CelProgram>();

/**
 * Compiles an expression as the API server's admission policies do.
 *
 * @throws CelError if it is not CEL, names an undeclared variable, or calls a function that the API server of this version lacks
 */
export function compile(expression: string, { variables, kubernetes }: CelEnvironment): CelProgram {
  const minor = kubernetes === undefined ? NEWEST : Number(kubernetes.split('.')[1]);
  const key = `${minor} ${variables.join()} ${expression}`;
  let program = programs.get(key);
  if (program === undefined) {
    const run = compiler(expression)(parse(expression), { known: new Set(variables), minor });
    program = {
      expression,
      evaluate(bindings) {
        remaining = COST_LIMIT;
        return run(new Map(Object.entries(bindings)));
      },
    };
    programs.set(key, program);
  }
  return program;
}

function compiler(expression: string): (ast: Ast, names: Names) => Run {
  const fail = (message: string, ast: Ast): never => {
    throw new CelError(`${message} at ${ast.start + 1} in: ${expression}`, expression, ast.start);
  };

  function visit(ast: Ast, names: Names): Run {
    switch (ast.op) {
      case 'value': {
        const literal = literalOf(ast.args);
        return () => literal;
      }
      case 'id': return variable(ast, ast.args, names);
      case '.': return select(visit(ast.args[0], names), ast.args[1]);
      case '[]': return index(visit(ast.args[0], names), visit(ast.args[1], names));
      case '.?': {
        const key = ast.args[1] as unknown;
        return optionalSelect(visit(ast.args[0], names), () => typeof key === 'string' ? key : (key as { args: unknown }).args);
      }
      case '[?]': return optionalSelect(visit(ast.args[0], names), visit(ast.args[1], names));
      case 'list': {
        const items = ast.args.map(item => visit(item, names));
        return scope => items.map(item => item(scope));
      }
      case 'map': {
        const entries = ast.args.map(([key, value]) => [visit(key, names), visit(value, names)] as const);
        return scope => new Map(entries.map(([key, value]) => [key(scope), value(scope)]));
      }
      case '?:': {
        const [condition, yes, no] = ast.args.map(part => visit(part, names));
        return scope => bool(condition(scope)) ? yes(scope) : no(scope);
      }
      case '&&': return logic(visit(ast.args[0], names), visit(ast.args[1], names), false);
      case '||': return logic(visit(ast.args[0], names), visit(ast.args[1], names), true);
      case '!_': {
        const operand = visit(ast.args, names);
        return scope => !bool(operand(scope));
      }
      case '-_': {
        const operand = visit(ast.args, names);
        return scope => negate(operand(scope));
      }
      case 'call': return call(ast, ast.args[0], ast.args[1], names);
      case 'rcall': return memberCall(ast, ast.args[0], ast.args[1], ast.args[2], names);
      default: {
        const [left, right] = (ast.args as [Ast, Ast]).map(operand => visit(operand, names));
        const operation = binary(ast.op);
        return scope => operation(left(scope), right(scope));
      }
    }
  }

  function variable(ast: Ast, name: string, { known }: Names): Run {
    if (known.has(name)) {
      return scope => fromData(scope.get(name));
    }
    return TYPE_NAMES.has(name) ? () => ({ type: name }) : fail(`"${name}" is not declared`, ast);
  }

  function call(ast: Ast, name: string, args: Ast[], names: Names): Run {
    return name === 'has' ? presence(ast, args, names) : apply(ast, name, false, args, names);
  }

  function presence(ast: Ast, args: Ast[], names: Names): Run {
    const [target] = args;
    if (args.length !== 1 || target.op !== '.') {
      return fail('has() takes a field such as has(a.b)', ast);
    }
    const [owner, key] = target.args;
    const of = visit(owner, names);
    return scope => {
      const value = unwrap(of(scope));
      return value !== undefined && (isMapping(value) ? field(value, key) !== undefined : mismatch(`select of ${key}`, value));
    };
  }

  function memberCall(ast: Ast, name: string, receiver: Ast, args: Ast[], names: Names): Run {
    if (receiver.op === 'id' && !names.known.has(receiver.args) && FUNCTIONS[`${receiver.args}.${name}`] !== undefined) {
      return apply(ast, `${receiver.args}.${name}`, false, args, names);
    }
    const macro = MACROS[name];
    if (macro !== undefined && args.length >= 2) {
      return macro(visit(receiver, names), args.slice(0, -1), args[args.length - 1], names, ast);
    }
    return apply(ast, name, true, [receiver, ...args], names);
  }

  function apply(ast: Ast, name: string, member: boolean, args: Ast[], names: Names): Run {
    const overloads = Object.prototype.hasOwnProperty.call(FUNCTIONS, name) ? FUNCTIONS[name].filter(candidate => candidate.member === member) : [];
    if (overloads.length === 0) {
      return fail(`the API server has no function ${name}()`, ast);
    }
    const arity = args.length - (member ? 1 : 0);
    const chosen: CelFunction = overloads.find(candidate => candidate.arity.includes(arity))
      ?? fail(`${name}() does not take ${arity} arguments`, ast);
    if ((chosen.since ?? 0) > names.minor) {
      return fail(`${name}() exists from Kubernetes 1.${chosen.since} on, not in 1.${names.minor}`, ast);
    }
    const operands = args.map(arg => visit(arg, names));
    return scope => {
      spend(1);
      return fromData(chosen.call(...operands.map(operand => operand(scope))));
    };
  }

  type Macro = (receiver: Run, variables: Ast[], body: Ast, names: Names, ast: Ast) => Run;

  function bind(variables: readonly Ast[], names: Names): { ids: string[]; inner: Names } {
    const ids = variables.map(id => id.op === 'id' ? id.args : fail('a macro binds a plain name', id));
    return { ids, inner: { ...names, known: new Set([...names.known, ...ids]) } };
  }

  /** Runs a body for each element; of maps the keys, with two variables keys (or indexes) and values. */
  function each(ids: readonly string[], source: unknown, scope: Scope, step: (scope: Scope, element: unknown) => boolean): void {
    const value = unwrap(source);
    const inner = new Map(scope);
    const keys = Array.isArray(value) ? value : isMapping(value) ? keysOf(value) : mismatch('a macro over', value);
    for (let position = 0; position < keys.length; position++) {
      spend(1);
      const element = fromData(keys[position]);
      inner.set(ids[0], ids.length === 1 ? element : Array.isArray(value) ? BigInt(position) : element);
      if (ids.length === 2) {
        inner.set(ids[1], Array.isArray(value) ? element : field(value as Mapping, element));
      }
      if (!step(inner, element)) {
        return;
      }
    }
  }

  /** all and exists: an element that decides outweighs errors of the others. */
  const quantifier = (decisive: boolean): Macro => (receiver, variables, body, names) => {
    const { ids, inner } = bind(variables, names);
    const predicate = visit(body, inner);
    return scope => {
      let decided = false;
      let error: unknown;
      each(ids, receiver(scope), scope, bound => {
        try {
          decided = bool(predicate(bound)) === decisive;
        } catch (thrown) {
          error = thrown;
        }
        return !decided;
      });
      if (!decided && error !== undefined) {
        throw error;
      }
      return decided === decisive;
    };
  };

  const existsOne: Macro = (receiver, variables, body, names) => {
    const { ids, inner } = bind(variables, names);
    const predicate = visit(body, inner);
    return scope => {
      let count = 0;
      each(ids, receiver(scope), scope, bound => {
        count += bool(predicate(bound)) ? 1 : 0;
        return true;
      });
      return count === 1;
    };
  };

  const filter: Macro = (receiver, variables, body, names) => {
    const { ids, inner } = bind(variables, names);
    const predicate = visit(body, inner);
    return scope => {
      const kept: unknown[] = [];
      each(ids, receiver(scope), scope, (bound, element) => {
        if (bool(predicate(bound))) {
          kept.push(element);
        }
        return true;
      });
      return kept;
    };
  };

  const map: Macro = (receiver, variables, body, names) => {
    const { ids, inner } = bind(variables.slice(0, 1), names);
    const predicate = variables.length === 2 ? visit(variables[1], inner) : undefined;
    const transform = visit(body, inner);
    return scope => {
      const results: unknown[] = [];
      each(ids, receiver(scope), scope, bound => {
        if (predicate === undefined || bool(predicate(bound))) {
          results.push(transform(bound));
        }
        return true;
      });
      return results;
    };
  };

  const optionalMap = (flat: boolean): Macro => (receiver, variables, body, names) => {
    const { ids, inner } = bind(variables, names);
    const transform = visit(body, inner);
    return scope => {
      const value = receiver(scope);
      if (!(value instanceof Optional)) {
        return mismatch('optMap of', value);
      }
      if (!value.present) {
        return value;
      }
      const result = transform(new Map(scope).set(ids[0], value.value));
      return flat ? result : Optional.of(result);
    };
  };

  const MACROS: { readonly [name: string]: Macro } = {
    all: quantifier(false),
    exists: quantifier(true),
    exists_one: existsOne,
    existsOne,
    filter,
    map,
    optMap: optionalMap(false),
    optFlatMap: optionalMap(true),
  };
  return visit;
}

/** The parser has an unsigned integer of its own. */
function literalOf(value: unknown): unknown {
  const unsigned = typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
  return unsigned ? new Uint(BigInt(String((value as { value?: unknown }).value ?? value))) : value;
}

function mismatch(what: string, value: unknown): never {
  throw new CelError(`no such overload: ${what} ${value === undefined ? 'nothing' : typeName(value)}`);
}

function bool(value: unknown): boolean {
  return typeof value === 'boolean' ? value : mismatch('a condition of', value);
}

function unwrap(value: unknown): unknown {
  return value instanceof Optional ? value.value : value;
}

function select(owner: Run, key: string): Run {
  return scope => {
    const value = owner(scope);
    if (value instanceof Optional) {
      return optionalField(value.value, key);
    }
    const found = isMapping(value) ? field(value, key) : mismatch(`select of ${key} of`, value);
    if (found === undefined) {
      throw new CelError(`no such key: ${key}`);
    }
    return found;
  };
}

function index(owner: Run, at: Run): Run {
  return scope => {
    const value = owner(scope);
    const key = at(scope);
    if (value instanceof Optional) {
      return optionalField(value.value, key);
    }
    const found = elementOf(value, key);
    if (found === undefined) {
      throw new CelError(Array.isArray(value) ? `index out of bounds: ${key}` : `no such key: ${key}`);
    }
    return found;
  };
}

function optionalSelect(owner: Run, at: Run): Run {
  return scope => optionalField(unwrap(owner(scope)), at(scope));
}

function optionalField(value: unknown, key: unknown): Optional {
  const found = value === undefined ? undefined : elementOf(value, key);
  return found === undefined ? Optional.NONE : Optional.of(found);
}

function elementOf(value: unknown, key: unknown): unknown {
  if (Array.isArray(value)) {
    return typeof key === 'bigint' && key >= 0n ? fromData(value[Number(key)]) : mismatch('index by', key);
  }
  return isMapping(value) ? field(value, key) : mismatch('index of', value);
}

/** && and ||: a side that decides outweighs an error of the other. */
function logic(left: Run, right: Run, decisive: boolean): Run {
  return scope => {
    let first: boolean | undefined;
    let error: unknown;
    try {
      first = bool(left(scope));
    } catch (thrown) {
      error = thrown;
    }
    if (first === decisive) {
      return decisive;
    }
    const second = bool(right(scope));
    if (second !== decisive && error !== undefined) {
      throw error;
    }
    return second;
  };
}

