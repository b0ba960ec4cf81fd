import { Ast, BinaryOperator, OptionalEntry } from './ast';
import { fail, int64Literal, Token, tokensOf } from './lexer';

/** From the loosest to the tightest; all of one row are read from left to right. */
const BINARY: ReadonlyArray<ReadonlySet<string>> = [
  new Set(['||']), new Set(['&&']), new Set(['==', '!=', '<', '<=', '>', '>=', 'in']), new Set(['+', '-']), new Set(['*', '/', '%']),
];
const RESERVED = new Set(['as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package', 'namespace', 'return', 'var', 'void', 'while']);

/** What the API server allows. */
const MOST_NESTED = 250;

/**
 * Reads an expression into its syntax tree.
 *
 * @throws CelError if it is not CEL
 */
export function parse(expression: string): Ast {
  return new Parser(expression, tokensOf(expression)).parse();
}

class Parser {
  private at = 0;
  private depth = 0;

  public constructor(private readonly expression: string, private readonly tokens: readonly Token[]) {}

  public parse(): Ast {
    const whole = this.ternary();
    return this.peek('end') ? whole : this.unexpected();
  }

  private peek(kind: string): boolean {
    return this.tokens[this.at].kind === kind;
  }

  private accept(kind: string): boolean {
    const found = this.peek(kind);
    this.at += found ? 1 : 0;
    return found;
  }

  private expect(kind: string): Token {
    return this.peek(kind) ? this.tokens[this.at++] : this.unexpected();
  }

  private unexpected(): never {
    const { start, end, kind } = this.tokens[this.at];
    return fail(kind === 'end' ? 'it ends too early' : `"${this.expression.slice(start, end)}" is unexpected`, this.expression, start);
  }

  private node(op: Ast['op'] | '?', args: unknown, start: number): any {
    return { op, args, start, end: this.tokens[this.at - 1].end };
  }

  private ternary(): Ast {
    if (++this.depth > MOST_NESTED) {
      fail(`more than ${MOST_NESTED} levels are nested`, this.expression, this.tokens[this.at].start);
    }
    const condition = this.binary(0);
    let result = condition;
    if (this.accept('?')) {
      const yes = this.binary(0);
      this.expect(':');
      const no = this.ternary();
      result = { op: '?:', args: [condition, yes, no], start: condition.start, end: no.end };
    }
    this.depth--;
    return result;
  }

  private binary(row: number): Ast {
    if (row === BINARY.length) {
      return this.unary();
    }
    let left = this.binary(row + 1);
    while (BINARY[row].has(this.tokens[this.at].kind)) {
      const op = this.tokens[this.at++].kind as BinaryOperator;
      const right = this.binary(row + 1);
      left = { op, args: [left, right], start: left.start, end: right.end };
    }
    return left;
  }

  /** Two signs cancel each other; a sign before a number belongs to it, or the smallest integer could not be written. */
  private unary(): Ast {
    const { kind, start } = this.tokens[this.at];
    if (kind !== '!' && kind !== '-') {
      return this.member();
    }
    const signed = kind === '-' && ['int', 'double'].includes(this.tokens[this.at + 1].kind);
    if (signed) {
      return this.member();
    }
    let odd = false;
    while (this.accept(kind)) {
      odd = !odd;
    }
    const operand = this.member();
    return odd ? this.node(kind === '!' ? '!_' : '-_', operand, start) : operand;
  }

  private member(): Ast {
    let owner = this.primary();
    for (;;) {
      const { start } = owner;
      if (this.accept('.')) {
        const optional = this.accept('?');
        const name = this.expect('id').value as string;
        owner = !optional && this.accept('(') ? this.node('rcall', [name, owner, this.list(')', false)], start) : this.node(optional ? '.?' : '.', [owner, name], start);
      } else if (this.accept('[')) {
        const op = this.accept('?') ? '[?]' : '[]';
        const index = this.ternary();
        this.expect(']');
        owner = this.node(op, [owner, index], start);
      } else {
        return owner;
      }
    }
  }

  private primary(): Ast {
    const { kind, start, value } = this.tokens[this.at];
    switch (kind) {
      case 'literal': case 'double': case 'uint':
        this.at++;
        return this.node('value', value, start);
      case 'int': case '-': return this.number();
      case '(': return this.parenthesized();
      case '[':
        this.at++;
        return this.node('list', this.list(']', true), start);
      case '{':
        this.at++;
        return this.node('map', this.entries(), start);
      case '.': case 'id': return this.name();
      default: return this.unexpected();
    }
  }

  private number(): Ast {
    const { start } = this.tokens[this.at];
    const negative = this.accept('-');
    const { kind, value } = this.tokens[this.at++];
    return this.node('value', kind === 'double' ? (value as { negated(): unknown }).negated() : int64Literal(value as bigint, negative, this.expression, start), start);
  }

  private parenthesized(): Ast {
    this.expect('(');
    const inner = this.ternary();
    this.expect(')');
    return inner;
  }

  private name(): Ast {
    const { start } = this.tokens[this.at];
    const absolute = this.accept('.') ? '.' : '';
    const { value, start: at } = this.expect('id');
    if (RESERVED.has(value as string)) {
      fail(`"${value}" is reserved`, this.expression, at);
    }
    return this.accept('(') ? this.node('call', [value, this.list(')', false)], start) : this.node('id', absolute + value, start);
  }

  /** The items up to a closing mark; those of a list may be optional, and a comma may end it. */
  private list(close: string, literal: boolean): Array<Ast | OptionalEntry> {
    const items: Array<Ast | OptionalEntry> = [];
    if (literal && this.accept(',')) {
      this.expect(close);
      return items;
    }
    while (!this.accept(close)) {
      items.push(literal ? this.entry() : this.ternary());
      if (!this.accept(',')) {
        this.expect(close);
        break;
      }
      if (!literal && this.peek(close)) {
        this.unexpected();
      }
    }
    return items;
  }

  private entries(): Array<readonly [Ast | OptionalEntry, Ast]> {
    const entries: Array<readonly [Ast | OptionalEntry, Ast]> = [];
    if (this.accept(',')) {
      this.expect('}');
      return entries;
    }
    while (!this.accept('}')) {
      const key = this.entry();
      this.expect(':');
      entries.push([key, this.ternary()]);
      if (!this.accept(',')) {
        this.expect('}');
        break;
      }
    }
    return entries;
  }

  private entry(): Ast | OptionalEntry {
    const { start } = this.tokens[this.at];
    return this.accept('?') ? this.node('?', this.ternary(), start) : this.ternary();
  }
}
