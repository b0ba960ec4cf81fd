import { Ast, OptionalEntry } from './ast';
import { CelError } from './error';
import { functionsOf } from './function-table';
import { formatError } from './functions/text-format-check';
import { LiteralTypes } from './literal-types';
import { Macro } from './macro';
import { macrosOf } from './macro-table';
import { namedType } from './named-type';
import { operatorOverloads } from './operator-table';
import { Overload } from './overload';
import { requirePattern } from './regular-expression';
import { refusal, resolve } from './resolve';
import { Substitution } from './substitution';
import { BOOL, DYN, list, map, optional, signatureOf, simple, STRING, Type, typeOf, write } from './types';
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

const ORDERED = ['int', 'uint', 'double', 'bool', 'google.protobuf.Duration', 'google.protobuf.Timestamp', 'string', 'bytes'];

/** What takes a regular expression as its second operand. */
const PATTERNS = new Set(['matches', 'find', 'findAll']);

/** The types of the names that are bound. */
export type Scope = ReadonlyMap<string, Type>;

/**
 * Finds the type of an expression, as far as it is known without data.
 *
 * @throws CelError if it names an undeclared variable, calls a function that the API server of this minor lacks, or mixes types
 */
export function check(ast: Ast, expression: string, variables: Scope, minor: number): Checked {
  const checker = new Checker(expression, minor);
  const type = checker.visit(ast, variables);
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

/** Goes through a syntax tree. */
export class Checker {
  public readonly overloads = new Map<Ast, readonly Overload[]>();
  public readonly macros = new Map<Ast, Macro>();
  public readonly typeNames = new Map<Ast, string>();
  public first = 0;
  public last = Infinity;
  public readonly substitution = new Substitution();

  private readonly literals = new LiteralTypes(this.substitution);
  private readonly typesOf = new Map<Ast, Type>();

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

  /** @throws CelError if a literal mixes types */
  public finish(): void {
    const mixed = this.literals.mixed();
    if (mixed !== undefined) {
      this.fail(mixed.message, mixed.ast);
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
      case 'list': return list(this.literals.join(ast.args.map(item => this.entry(item, scope)), ast));
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
    const named = namedType(name);
    if (named === undefined || !this.has(named.since)) {
      return undefined;
    }
    this.typeNames.set(ast, name);
    return typeOf(named.type);
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

  public select(ast: Ast & { readonly op: '.' | '.?' }, owner: Type): Type {
    const type = this.substitution.apply(owner);
    if (type.fields !== undefined) {
      return type.fields.get(ast.args[1]) ?? this.fail(`${type.kind} has no field "${ast.args[1]}"`, ast);
    }
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

  private optionalSelect(ast: Ast & { readonly op: '.' | '.?' }, owner: Type): Type {
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

  private mapping(entries: ReadonlyArray<readonly [Ast | OptionalEntry, Ast]>, ast: Ast, scope: Scope): Type {
    const keys = entries.map(([key]) => this.visit(key.op === '?' ? key.args : key, scope));
    const values = entries.map(([key, value]) => key.op === '?' ? this.unwrapped(value, this.visit(value, scope)) : this.visit(value, scope));
    return map(this.literals.join(keys, ast), this.literals.join(values, ast));
  }

  private operator(ast: Ast, args: readonly Type[]): Type {
    return this.resolve(ast, ast.op, operatorOverloads(ast.op).filter(({ since }) => this.has(since)), args);
  }

  private call(ast: Ast & { readonly op: 'call' }, name: string, args: readonly Ast[], scope: Scope): Type {
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

  private memberCall(ast: Ast & { readonly op: 'rcall' }, name: string, receiver: Ast, args: readonly Ast[], scope: Scope): Type {
    const owner = receiver.op === 'id' ? receiver.args.replace(/^\./, '') : undefined;
    const qualified = owner !== undefined && !scope.has(owner) ? `${owner}.${name}` : undefined;
    const macro = macrosOf(name, args.length).find(({ since }) => this.has(since));
    if (macro !== undefined) {
      this.macros.set(ast, macro);
      return macro.check(this, { receiver, args, scope });
    }
    if (qualified !== undefined && functionsOf(qualified).length > 0) {
      return this.apply(ast, qualified, false, this.visitAll(args, scope));
    }
    if (owner !== undefined && qualified !== undefined && owner !== 'authorizer' && namedType(owner) === undefined) {
      return this.fail(`"${owner}" is not declared, and the API server has no function ${qualified}()`, ast);
    }
    const visit = () => [this.visit(receiver, scope), ...this.visitAll(args, scope)];
    const types = name === 'format' ? this.literals.mixing(visit) : visit();
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

  private apply(ast: Ast & { readonly op: 'call' | 'rcall' }, name: string, member: boolean, args: readonly Type[]): Type {
    const all = functionsOf(name).filter(({ signature }) => signatureOf(signature).member === member);
    if (all.length === 0) {
      return this.fail(`the API server has no function ${name}()`, ast);
    }
    const present = all.filter(({ since }) => this.has(since));
    if (present.length === 0) {
      return this.fail(`${name}() exists from Kubernetes 1.${Math.min(...all.map(({ since = 0 }) => since))} on`, ast);
    }
    const result = this.resolve(ast, `${name}()`, present, args);
    if (PATTERNS.has(name)) {
      this.requirePattern(ast);
    }
    return result;
  }

  /** @throws unless a pattern that is written out is one of RE2's */
  private requirePattern(ast: Ast & { readonly op: 'call' | 'rcall' }): void {
    const pattern = ast.op === 'call' ? ast.args[1][1] : ast.args[2][0];
    if (pattern?.op === 'value' && typeof pattern.args === 'string') {
      requirePattern(pattern.args);
    }
  }

  private resolve(ast: Ast, what: string, candidates: readonly Overload[], args: readonly Type[]): Type {
    const { fitting, result } = resolve(this.substitution, candidates, args) ?? this.fail(refusal(this.substitution, what, candidates, args), ast);
    this.overloads.set(ast, fitting);
    return result;
  }
}

function valueType(value: unknown): Type {
  return value instanceof Double || value instanceof Uint || typeof value !== 'string' ? simple(typeName(value)) : STRING;
}
