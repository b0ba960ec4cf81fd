import { CelError } from './error';
import { bytesOf, textOf } from './escape';
import { Double, Uint } from './values';

/** A token: a punctuation mark or keyword as it is written, or one of the kinds below. */
export interface Token {
  readonly kind: string;
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

const INT_MIN = -(2n ** 63n);
const UINT_MAX = 2n ** 64n - 1n;
const STRING = /([bB]?)([rR]?)("""|'''|"|')/y;
const BODIES: { readonly [quote: string]: readonly [escaped: RegExp, raw: RegExp] } = {
  '"': [/((?:\\[^\n\r]|[^"\\\n\r])*)"/y, /([^"\n\r]*)"/y],
  '\'': [/((?:\\[^\n\r]|[^'\\\n\r])*)'/y, /([^'\n\r]*)'/y],
  '"""': [/((?:\\[^]|[^\\])*?)"""/y, /([^]*?)"""/y],
  '\'\'\'': [/((?:\\[^]|[^\\])*?)'''/y, /([^]*?)'''/y],
};
const KEYWORDS = new Map<string, unknown>([['true', true], ['false', false], ['null', null]]);

/** Space and comments, then a token if there is one: a double, an unsigned integer, an integer, a name or a mark. Strings come apart. */
const TOKEN = new RegExp([
  '(?:[\\t\\n\\f\\r ]+|//[^\\n]*)*(?:(?![bB]?[rR]?["\'])(?:',
  '((?:\\d+\\.\\d+|\\.\\d+)(?:[eE][+-]?\\d+)?|\\d+[eE][+-]?\\d+)',
  '|(0x[0-9a-fA-F]+|\\d+)([uU])?',
  '|([A-Za-z_][A-Za-z0-9_]*)',
  '|(&&|\\|\\||[=!<>]=|[-+*/%<>!?:.,()[\\]{}])',
  '))?',
].join(''), 'y');

/** Reads an expression into its tokens, the last of which is `end`. */
export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const found = match(TOKEN, expression, at)!;
    const end = at + found[0].length;
    const text = found[1] ?? found[2] ?? found[4] ?? found[5];
    if (text !== undefined) {
      const start = end - text.length - (found[3]?.length ?? 0);
      tokens.push({ ...tokenOf(found, start, expression), start, end });
      at = end;
    } else if (end === expression.length) {
      return [...tokens, { kind: 'end', value: undefined, start: end, end }];
    } else {
      const token = stringAt(expression, end);
      tokens.push(token);
      at = token.end;
    }
  }
}

function tokenOf([, double, integer, unsigned, name, mark]: RegExpExecArray, start: number, expression: string): Pick<Token, 'kind' | 'value'> {
  if (mark !== undefined) {
    return { kind: mark, value: mark };
  }
  if (name !== undefined) {
    return KEYWORDS.has(name) ? { kind: 'literal', value: KEYWORDS.get(name) } : { kind: name === 'in' ? 'in' : 'id', value: name };
  }
  if (double !== undefined) {
    return { kind: 'double', value: new Double(Number(double)) };
  }
  const value = within(BigInt(integer), start, expression);
  return unsigned === undefined ? { kind: 'int', value } : { kind: 'uint', value: new Uint(value) };
}

/** Integers are checked for their sign by the parser, which sees it. */
function within(value: bigint, start: number, expression: string): bigint {
  return value > UINT_MAX ? fail('the integer is out of range', expression, start) : value;
}

export function int64Literal(magnitude: bigint, negative: boolean, expression: string, start: number): bigint {
  const value = negative ? -magnitude : magnitude;
  return value < INT_MIN || value > -INT_MIN - 1n ? fail('the integer is out of range', expression, start) : value;
}

function match(pattern: RegExp, expression: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(expression);
}

function stringAt(expression: string, start: number): Token {
  const opening = match(STRING, expression, start) ?? fail(`"${String.fromCodePoint(expression.codePointAt(start)!)}" is unexpected`, expression, start);
  const [prefix, isBytes, isRaw, quote] = opening;
  const body = match(BODIES[quote][isRaw === '' ? 0 : 1], expression, start + prefix.length) ?? fail('the string does not end', expression, start);
  const read = isBytes === '' ? textOf : bytesOf;
  const value = read(body[1], isRaw !== '') ?? fail('the string has a wrong escape', expression, start);
  return { kind: 'literal', value, start, end: start + prefix.length + body[0].length };
}

/** @throws always */
export function fail(message: string, expression: string, position: number): never {
  throw new CelError(`not CEL: ${message} at ${position + 1} in: ${expression}`, expression, position);
}
