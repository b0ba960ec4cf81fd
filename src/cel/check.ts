import { Ast, OptionalEntry } from './ast';
import { CelError } from './error';
import { functionsOf } from './function-table';
import { formatError } from './functions/text-format-check';
import { Macro } from './macro';
import { macrosOf } from './macro-table';
import { operatorOverloads } from './operator-table';
import { Overload } from './overload';
import { Substitution } from './substitution';
import { BOOL, DYN, isSame, list, map, optional, Signature, signatureOf, simple, STRING, Type, typeOf, write } from './types';
import { Double, Uint, typeName } from './values';

/** What the static check learns of an expression. */
export interface Checked {
  readonly type: Type;

  /** Which ways of calling remain possible, of each call and each operator. */
  readonly overloads: ReadonlyMap<Ast, readonly Overload[]>;

  /** The macros that are called. */
  readonly macros: ReadonlyMap<Ast, Macro>;

  /** The first and the last minor for which all this is so. */
  readonly minors: readonly [first: number, last: number];

  /** Names of types. */
  readonly typeNames: ReadonlyMap<Ast, string>;

  /** The type of a part. */
  typeOf(ast: Ast): Type;
}

const BASIC_TYPES = ['bool', 'bytes', 'double', 'int', 'list', 'map', 'null_type', 'string', 'type', 'uint', 'google.protobuf.Timestamp', 'google.protobuf.Duration'];
const TYPE_SINCE = new Map<string, number>([...BASIC_TYPES.map(name => [name, 0] as const), ['optional_type', 29], ['net.IP', 31], ['net.CIDR', 31]]);

const WITH_PARAMETERS = new Map([['list', list(DYN)], ['map', map(DYN, DYN)]]);

const ORDERED = ['int', 'uint', 'double', 'bool', 'google.protobuf.Duration', 'google.protobuf.Timestamp', 'string', 'bytes'];

/** The types of the names that are bound. */
export type Scope = ReadonlyMap<string, Type>;

/**
 * Finds the type of an expression, as far as it is known without data.
 *
 * @throws CelError if it names an undeclared variable, calls a function that the API server of this minor lacks, or mixes types
 */
export function check(ast: Ast, expression: string, variables: Iterable<string>, minor: number): Checked {
  const checker = new Checker(expression, minor);
  const type = checker.visit(ast, new Map([...variables].map(name => [name, DYN])));
  checker.finish();
  return {
    type: checker.substitution.apply(type, true),
    overloads: checker.overloads,
    macros: checker.macros,
    typeNames: checker.typeNames,
    minors: [checker.first, checker.last],
    typeOf: part => checker.known(part),
  };
}

export class Checker {
  public readonly overloads = new Map<Ast, readonly Overload[]>();
  public readonly macros = new Map<Ast, Macro>();
  public readonly typeNames = new Map<Ast, string>();
  public first = 0;
  public last = Infinity;
  public readonly substitution = new Substitution();

  /** How many calls of format() it is in: only there literals may mix types. */
  private mayMix = 0;
  private readonly typesOf = new Map<Ast, Type>();
  private readonly literals: Array<readonly [ast: Ast, first: Type, other: Type]> = [];

  public constructor(private readonly expression: string, private readonly minor: number) {}

  /** Whether something is there that came with a minor; what depends on that is remembered. */
  private has(since = 0): boolean {
    const there = since <= this.minor;
    this.first = there ? Math.max(this.first, since) : this.first;
    this.last = there ? this.last : Math.min(this.last, since - 1);
    return there;
  }

  public fail(message: string, { start }: { readonly start: number }): never {
    throw new CelError(`${message} at ${start + 1} in: ${this.expression}`, this.expression, start);
  }

  /** The type of a part that was visited. */
  public known(ast: Ast): Type {
    return this.substitution.apply(this.typesOf.get(ast) ?? DYN, true);
  }

  /** Literals of mixed types are found once all types are known. */
  public finish(): void {
    for (const [ast, first, other] of this.literals) {
      const [a, b] = [first, other].map(type => write(this.substitution.apply(type, true)));
      if (a !== b) {
        this.fail(`a literal mixes ${a} and ${b}`, ast);
      }
    }
  }

  public visit(ast: Ast, scope: Scope): Type {
    const type = this.typeOf(ast, scope);
    this.typesOf.set(ast, type);
    return type;
  }

  private typeOf(ast: Ast, scope: Scope): Type {
    switch (ast.op) {
      case 'value': return valueType(ast.args);
      case 'id': return this.name(ast, ast.args, scope);
      case '.': return this.dotted(ast, scope) ?? this.select(ast, this.visit(ast.args[0], scope));
      case '.?': return this.optionalSelect(ast, this.visit(ast.args[0], scope));
      case 'list': return list(this.join(ast.args.map(item => this.entry(item, scope)), ast));
      case 'map': return this.mapping(ast.args, ast, scope);
      case '?:': case '!_': case '-_': case '[]': case '[?]': return this.operator(ast, this.visitAll([ast.args].flat() as Ast[], scope));
      case 'call': return this.call(ast, ast.args[0], ast.args[1], scope);
      case 'rcall': return this.memberCall(ast, ast.args[0], ast.args[1], ast.args[2], scope);
      default: return this.operator(ast, this.visitAll(ast.args, scope));
    }
  }

  private visitAll(asts: readonly Ast[], scope: Scope): Type[] {
    return asts.map(ast => this.visit(ast, scope));
  }

  private name(ast: Ast, name: string, scope: Scope): Type {
    const bare = name.replace(/^\./, '');
    return scope.get(bare) ?? this.typeNamed(ast, bare)
      ?? this.fail(bare === 'authorizer' ? 'the authorizer cannot be asked outside an API server' : `"${bare}" is not declared`, ast);
  }

  private typeNamed(ast: Ast, name: string): Type | undefined {
    const since = TYPE_SINCE.get(name);
    if (since === undefined || !this.has(since)) {
      return undefined;
    }
    this.typeNames.set(ast, name);
    return typeOf(WITH_PARAMETERS.get(name) ?? simple(name));
  }

  /** The name of a type such as `net.IP`. */
  private dotted(ast: Ast, scope: Scope): Type | undefined {
    const parts: string[] = [];
    let inner = ast;
    for (; inner.op === '.'; inner = inner.args[0]) {
      parts.unshift(inner.args[1]);
    }
    return inner.op === 'id' && !scope.has(inner.args) ? this.typeNamed(ast, [inner.args, ...parts].join('.')) : undefined;
  }

  public select(ast: Ast, owner: Type): Type {
    const type = this.substitution.apply(owner);
    switch (type.kind) {
      case 'map': return type.parameters[1];
      case 'dyn': return DYN;
      case 'variable': return DYN;
      case 'optional_type': return optional(this.select(ast, type.parameters[0]));
      default: return this.fail(`${write(type)} has no fields`, ast);
    }
  }

  /** @throws CelError if values of the type have no order */
  public requireOrdered(type: Type, ast: Ast): void {
    if (!ORDERED.some(kind => this.substitution.assign(simple(kind), type))) {
      this.fail(`${write(this.substitution.apply(type))} has no order`, ast);
    }
  }

  private optionalSelect(ast: Ast, owner: Type): Type {
    const type = this.substitution.apply(owner);
    return optional(this.select(ast, type.kind === 'optional_type' ? type.parameters[0] : type));
  }

  private entry(item: Ast | OptionalEntry, scope: Scope): Type {
    return item.op === '?' ? this.unwrapped(item.args, this.visit(item.args, scope)) : this.visit(item, scope);
  }

  private unwrapped(ast: Ast, type: Type): Type {
    const known = this.substitution.apply(type);
    return known.kind === 'optional_type' ? known.parameters[0] : known.kind === 'dyn' ? DYN : this.fail(`an optional value is expected, not ${write(known)}`, ast);
  }

  private join(types: readonly Type[], ast: Ast): Type {
    const [first, ...others] = types;
    others.forEach(other => this.mayMix === 0 && this.literals.push([ast, first, other]));
    return types.length === 0 ? Substitution.fresh()
      : others.reduce((joined, type) => this.substitution.assign(joined, type) ? this.substitution.general(joined, type) : DYN, first);
  }

  private mapping(entries: ReadonlyArray<readonly [Ast | OptionalEntry, Ast]>, ast: Ast, scope: Scope): Type {
    const keys = entries.map(([key]) => this.visit(key.op === '?' ? key.args : key, scope));
    const values = entries.map(([key, value]) => key.op === '?' ? this.unwrapped(value, this.visit(value, scope)) : this.visit(value, scope));
    return map(this.join(keys, ast), this.join(values, ast));
  }

  private operator(ast: Ast, args: readonly Type[]): Type {
    return this.resolve(ast, ast.op, operatorOverloads(ast.op).filter(({ since }) => this.has(since)), args);
  }

  private call(ast: Ast, name: string, args: readonly Ast[], scope: Scope): Type {
    if (name !== 'has') {
      return this.apply(ast, name, false, this.visitAll(args, scope));
    }
    const [target] = args;
    if (args.length !== 1 || target.op !== '.') {
      return this.fail('has() takes a field such as has(a.b)', ast);
    }
    this.select(target, this.visit(target.args[0], scope));
    return BOOL;
  }

  private memberCall(ast: Ast, name: string, receiver: Ast, args: readonly Ast[], scope: Scope): Type {
    const qualified = receiver.op === 'id' && !scope.has(receiver.args) ? `${receiver.args}.${name}` : undefined;
    const macro = macrosOf(name, args.length).find(({ since }) => this.has(since));
    if (macro !== undefined) {
      this.macros.set(ast, macro);
      return macro.check(this, { receiver, args, scope });
    }
    if (qualified !== undefined && functionsOf(qualified).length > 0) {
      return this.apply(ast, qualified, false, this.visitAll(args, scope));
    }
    this.mayMix += name === 'format' ? 1 : 0;
    const types = [this.visit(receiver, scope), ...this.visitAll(args, scope)];
    this.mayMix -= name === 'format' ? 1 : 0;
    const result = this.apply(ast, name, true, types);
    return name === 'format' ? this.formatted(receiver, args[0], result) : result;
  }

  /** A literal text is filled in with a literal list: whether they fit is known. */
  private formatted(text: Ast, values: Ast, result: Type): Type {
    if (text.op === 'value' && values.op === 'list') {
      const wrong = formatError(text.args as string, values.args.map(value => write(this.known(value as Ast))));
      return wrong === undefined ? result : this.fail(wrong, text);
    }
    return result;
  }

  private apply(ast: Ast, name: string, member: boolean, args: readonly Type[]): Type {
    const all = functionsOf(name).filter(({ signature }) => signatureOf(signature).member === member);
    if (all.length === 0) {
      return this.fail(`the API server has no function ${name}()`, ast);
    }
    const present = all.filter(({ since }) => this.has(since));
    if (present.length === 0) {
      return this.fail(`${name}() exists from Kubernetes 1.${Math.min(...all.map(({ since = 0 }) => since))} on`, ast);
    }
    return this.resolve(ast, `${name}()`, present, args);
  }

  private resolve(ast: Ast, what: string, candidates: readonly Overload[], args: readonly Type[]): Type {
    const fitting: Overload[] = [];
    let result: Type | undefined;
    for (const candidate of candidates) {
      const { parameters, result: gives } = instance(signatureOf(candidate.signature));
      if (this.substitution.assignAll(parameters, args)) {
        fitting.push(candidate);
        const type = this.substitution.apply(gives);
        result = result === undefined || isSame(result, type) ? type : DYN;
      }
    }
    if (result === undefined) {
      const given = args.map(type => write(this.substitution.apply(type))).join(', ');
      const arities = new Set(candidates.map(({ signature }) => signatureOf(signature).parameters.length));
      const explicit = args.length - Number(signatureOf(candidates[0].signature).member);
      return this.fail(arities.has(args.length) ? `no such overload: ${what} of ${given}` : `${what} does not take ${explicit} arguments`, ast);
    }
    this.overloads.set(ast, fitting);
    return result;
  }
}

/** A signature whose variables are its own. */
function instance(signature: Signature): Signature {
  const fresh = new Map<number, Type>();
  const own = (type: Type): Type => {
    if (type.variable !== undefined) {
      fresh.set(type.variable, fresh.get(type.variable) ?? Substitution.fresh());
      return fresh.get(type.variable)!;
    }
    return type.parameters.length === 0 ? type : { kind: type.kind, parameters: type.parameters.map(own) };
  };
  return { member: signature.member, parameters: signature.parameters.map(own), result: own(signature.result) };
}

function valueType(value: unknown): Type {
  return value instanceof Double || value instanceof Uint || typeof value !== 'string' ? simple(typeName(value)) : STRING;
}
