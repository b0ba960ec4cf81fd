import { find, get, has } from './access';
import { Ast, OptionalEntry } from './ast';
import { Checked } from './check';
import { bool } from './condition';
import { LIST_COST, MAP_COST, spend } from './cost';
import { mismatch } from './equality';
import { CelError } from './error';
import { planCall } from './plan-call';
import { constant, Frame, Run } from './run';
import { Type } from './types';
import { CelMap, Optional, TypeValue, typeName } from './values';

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
      case 'list': return this.list(ast.args, names);
      case 'map': return this.map(ast.args, names);
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
    const at = ids.map(() => this.places++);
    return { inner: new Map([...names, ...ids.map((id, index) => [id, at[index]] as const)]), at };
  }

  private name(ast: Ast, names: Places, free: boolean): Run {
    const type = this.checked.typeNames.get(ast);
    if (type !== undefined) {
      return constant(new TypeValue(type));
    }
    const place = names.get((ast.args as string).replace(/^\./, ''))!;
    return free ? frame => frame[place] : frame => {
      spend(1);
      return frame[place];
    };
  }

  private access(ast: Ast & { readonly op: '.' | '.?' | '[]' | '[?]' }, names: Places, free: boolean): Run {
    if (this.checked.typeNames.has(ast)) {
      return this.name(ast, names, free);
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

  private list(items: ReadonlyArray<Ast | OptionalEntry>, names: Places): Run {
    const runs = items.map(item => this.plan(item.op === '?' ? item.args : item, names));
    if (items.some(item => item.op === '?')) {
      const optional = items.map(item => item.op === '?');
      return frame => {
        spend(LIST_COST);
        return runs.flatMap((run, index) => optional[index] ? present(run(frame)) : [run(frame)]);
      };
    }
    return runs.every(run => run.constant !== undefined) ? constant(runs.map(run => run.constant!.value)) : frame => {
      spend(LIST_COST);
      return runs.map(run => run(frame));
    };
  }

  private map(entries: ReadonlyArray<readonly [Ast | OptionalEntry, Ast]>, names: Places): Run {
    const runs = entries.map(([key, value]) => [this.plan(key.op === '?' ? key.args : key, names), this.plan(value, names), key.op === '?'] as const);
    const make = (frame: Frame) => {
      const made = new CelMap();
      for (const [key, value, optional] of runs) {
        const name = key(frame);
        const content = value(frame);
        (optional ? present(content) : [content]).forEach(each => made.add(name, each));
      }
      return made;
    };
    const known = runs.every(([key, value, optional]) => !optional && key.constant !== undefined && value.constant !== undefined);
    return known ? constant(make([])) : frame => {
      spend(MAP_COST);
      return make(frame);
    };
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
    const overloads = this.checked.overloads.get(ast)!;
    const operands = overloads[0].signature.startsWith('(') ? args : [receiver, ...args];
    return planCall(name, overloads, operands.map(operand => this.plan(operand, names)));
  }
}

/** What an optional entry adds. */
function present(value: unknown): unknown[] {
  return value instanceof Optional ? value.present ? [value.value] : [] : mismatch('an optional entry', value);
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

