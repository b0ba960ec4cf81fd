import { find, get, has } from './access';
import { Ast } from './ast';
import { Checked } from './check';
import { bool } from './condition';
import { spend } from './cost';
import { CelError } from './error';
import { asking, getting, isOptional, Path, pathIn, readingOptional, readingOr } from './path';
import { planCall } from './plan-call';
import { planList, planMap } from './plan-collection';
import { constant, Run } from './run';
import { Type } from './types';
import { Optional, TypeValue, typeName } from './values';

/** Where the names that an expression sees are kept. */
export type Places = ReadonlyMap<string, number>;

/** What counts as a part of the name that a field follows; everything else is evaluated first, which counts once more. */
const NAMED = new Set(['id', '.', '.?', '[]', '[?]', '?:']);
const KEYS = new Set(['bool', 'int', 'uint', 'double', 'string']);

/** Makes closures of a checked syntax tree. */
export class Planner {
  /** How many values an evaluation holds. */
  public places: number;

  public constructor(private readonly checked: Checked, variables: readonly string[]) {
    this.places = variables.length;
  }

  public typeOf(ast: Ast): Type {
    return this.checked.typeOf(ast);
  }

  /** @param free whether the name at its beginning costs nothing, as in an index or a branch */
  public plan(ast: Ast, names: Places, free = false): Run {
    switch (ast.op) {
      case 'value': return constant(ast.args);
      case 'id': return this.name(ast, names, free);
      case '.': case '.?': case '[]': case '[?]': return this.access(ast, names, free);
      case 'list': return planList(ast.args, item => this.plan(item, names));
      case 'map': return planMap(ast.args, item => this.plan(item, names));
      case '?:': return this.choice(ast.args, names);
      case '&&': return logic(this.plan(ast.args[0], names), this.plan(ast.args[1], names), false);
      case '||': return logic(this.plan(ast.args[0], names), this.plan(ast.args[1], names), true);
      case '!_': case '-_': return planCall(ast.op, this.checked.overloads.get(ast)!, [this.plan(ast.args, names)]);
      case 'call': return this.call(ast, ast.args, names);
      case 'rcall': return this.memberCall(ast, ast.args, names);
      default: return planCall(ast.op, this.checked.overloads.get(ast)!, ast.args.map(operand => this.plan(operand, names)));
    }
  }

  /** Places for the names that a macro binds. */
  public bind(names: Places, ids: readonly string[]): { readonly inner: Places; readonly at: readonly number[] } {
    const at = ids.map(() => this.place());
    return { inner: new Map([...names, ...ids.map((id, index) => [id, at[index]] as const)]), at };
  }

  /** A place for a value that has no name. */
  public place(): number {
    return this.places++;
  }

  private name(ast: Ast, names: Places, free: boolean): Run {
    const type = this.checked.typeNames.get(ast);
    if (type !== undefined) {
      return constant(new TypeValue(type));
    }
    const place = placeOf(ast, names);
    return free ? frame => frame[place] : frame => {
      spend(1);
      return frame[place];
    };
  }

  private access(ast: Ast & { readonly op: '.' | '.?' | '[]' | '[?]' }, names: Places, free: boolean): Run {
    if (this.checked.typeNames.has(ast)) {
      return this.name(ast, names, free);
    }
    const path = this.path(ast, names);
    if (path !== undefined) {
      return isOptional(path) ? readingOptional(path, free) : getting(path, free);
    }
    const [of, at] = ast.args;
    const owner = this.plan(of, names, free);
    const base = NAMED.has(of.op) || free ? 1 : 2;
    const reach = ast.op === '.' || ast.op === '[]' ? get : find;
    const key = typeof at === 'string' ? constant(at) : this.plan(at, names, true);
    if (key.constant !== undefined && !KEYS.has(typeName(key.constant.value))) {
      throw new CelError(`${typeName(key.constant.value)} is no key`);
    }
    return frame => {
      const value = owner(frame);
      spend(base);
      // Of what is absent nothing is looked up, and the key is not evaluated: an error in it does not count.
      const found = value === Optional.NONE ? value : reach(value, key(frame));
      // What is not there is not counted.
      spend(found === Optional.NONE ? -1 : 0);
      return found;
    };
  }

  /** The path that an expression is, where it is one and begins with a name of a value. */
  private path(ast: Ast, names: Places): Path | undefined {
    const found = this.checked.typeNames.has(ast) ? undefined : pathIn(ast);
    return found === undefined || this.checked.typeNames.has(found.name) ? undefined : { place: placeOf(found.name, names), steps: found.steps };
  }

  private choice([first, second, third]: readonly [Ast, Ast, Ast], names: Places): Run {
    const condition = this.plan(first, names);
    const yes = this.plan(second, names, true);
    const no = this.plan(third, names, true);
    return frame => bool(condition(frame)) ? yes(frame) : no(frame);
  }

  private call(ast: Ast, [name, args]: readonly [string, readonly Ast[]], names: Places): Run {
    if (name !== 'has') {
      return planCall(name, this.checked.overloads.get(ast)!, args.map(arg => this.plan(arg, names)));
    }
    const [of, key] = (args[0] as Ast & { readonly op: '.' }).args;
    const owner = this.plan(of, names);
    const base = NAMED.has(of.op) ? 0 : 1;
    return frame => {
      const value = owner(frame);
      spend(base);
      return has(value, key);
    };
  }

  private memberCall(ast: Ast, [name, receiver, args]: readonly [string, Ast, readonly Ast[]], names: Places): Run {
    const macro = this.checked.macros.get(ast);
    if (macro !== undefined) {
      return macro.plan(this, { receiver, args, names });
    }
    const path = name === 'hasValue' || name === 'orValue' ? this.path(receiver, names) : undefined;
    if (path !== undefined && isOptional(path)) {
      return name === 'hasValue' ? asking(path) : readingOr(path, this.plan(args[0], names));
    }
    const overloads = this.checked.overloads.get(ast)!;
    const operands = overloads[0].signature.startsWith('(') ? args : [receiver, ...args];
    return planCall(name, overloads, operands.map(operand => this.plan(operand, names)));
  }
}

function placeOf(name: Ast, names: Places): number {
  return names.get((name.args as string).replace(/^\./, ''))!;
}

/** && and ||: a side that decides outweighs an error of the other. */
function logic(left: Run, right: Run, decisive: boolean): Run {
  return frame => {
    let first: boolean | undefined;
    let error: unknown;
    try {
      first = bool(left(frame));
    } catch (thrown) {
      error = thrown;
    }
    if (first === decisive) {
      return decisive;
    }
    const second = bool(right(frame));
    if (second !== decisive && error !== undefined) {
      throw error;
    }
    return second;
  };
}

