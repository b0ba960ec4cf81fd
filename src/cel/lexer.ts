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

type Reader = (text: string, start: number, expression: string) => Pick<Token, 'kind' | 'value'>;

const punctuation: Reader = text => ({ kind: text, value: text });

/** What a token can be, the first that fits; strings apart. */
const TOKENS: ReadonlyArray<readonly [RegExp, Reader]> = [
  [/(?:\d+\.\d+|\.\d+)(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+/y, text => ({ kind: 'double', value: new Double(Number(text)) })],
  [/(?:0x[0-9a-fA-F]+|\d+)[uU]/y, (text, start, expression) => ({ kind: 'uint', value: new Uint(within(BigInt(text.slice(0, -1)), start, expression)) })],
  [/0x[0-9a-fA-F]+|\d+/y, (text, start, expression) => ({ kind: 'int', value: within(BigInt(text), start, expression) })],
  [/[A-Za-z_][A-Za-z0-9_]*/y, text => KEYWORDS.has(text) ? { kind: 'literal', value: KEYWORDS.get(text) } : { kind: text === 'in' ? 'in' : 'id', value: text }],
  [/&&|\|\||[=!<>]=|[-+*/%<>!?:.,()[\]{}]/y, punctuation],
];
const SPACE = /(?:[\t\n\f\r ]|\/\/[^\n]*)*/y;

/** Reads an expression into its tokens, the last of which is `end`. */
export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  let start = match(SPACE, expression, 0)![0].length;
  while (start < expression.length) {
    const token = stringAt(expression, start) ?? tokenAt(expression, start);
    tokens.push(token);
    start = token.end + match(SPACE, expression, token.end)![0].length;
  }
  return [...tokens, { kind: 'end', value: undefined, start: expression.length, end: expression.length }];
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

function tokenAt(expression: string, start: number): Token {
  for (const [pattern, read] of TOKENS) {
    const found = match(pattern, expression, start);
    if (found !== null) {
      return { ...read(found[0], start, expression), start, end: start + found[0].length };
    }
  }
  return fail(`"${String.fromCodePoint(expression.codePointAt(start)!)}" is unexpected`, expression, start);
}

function stringAt(expression: string, start: number): Token | undefined {
  const opening = match(STRING, expression, start);
  if (opening === null) {
    return undefined;
  }
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
