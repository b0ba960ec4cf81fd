import { mismatch } from '../equality';
import { CelError } from '../error';
import { Comparable, Double, field, fromData, isMapping, keysOf, typeName, TypeValue, Uint } from '../values';
import { doubleText } from './double-text';

const CLAUSE = /%(?:%|(?:\.(\d+))?([^]?))/g;
const NOT_FINITE = new Map([['NaN', NaN], ['Infinity', Infinity], ['-Infinity', -Infinity]]);
const DEFAULT_PRECISION = 6;
const TIMES = ['google.protobuf.Timestamp', 'google.protobuf.Duration'];

type Clause = (value: unknown, precision: number) => string;

/** Fills a text in: `%s`, `%d`, `%.2f`, `%e`, `%b`, `%x`, `%X` and `%o` stand for the values in turn. */
export function format(text: string, values: readonly unknown[]): string {
  let used = 0;
  return text.replace(CLAUSE, (clause, precision: string | undefined, kind: string | undefined) => {
    if (clause === '%%') {
      return '%';
    }
    const write = CLAUSES[kind ?? ''];
    if (write === undefined || used >= values.length) {
      throw new CelError(write === undefined ? `"${clause}" says no format` : `index ${used} out of range`);
    }
    return write(fromData(values[used++]), precision === undefined ? DEFAULT_PRECISION : Number(precision));
  });
}

function integer(value: unknown, what: string): bigint {
  return typeof value === 'bigint' ? value : value instanceof Uint ? value.value : mismatch(what, value);
}

function number(value: unknown): number {
  const read = value instanceof Double ? value.value : typeof value === 'string' ? NOT_FINITE.get(value) : undefined;
  return read ?? mismatch('format of a double', value);
}

const notFinite = (value: number) => Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '-∞';

const CLAUSES: { readonly [kind: string]: Clause } = {
  s: value => plain(value),
  d: value => String(integer(value, 'format of an integer')),
  f: (value, precision) => Number.isFinite(number(value)) ? grouped(fixed(number(value), precision)) : notFinite(number(value)),
  // The API server takes the precision for a width here.
  e: (value, width) => (Number.isFinite(number(value)) ? scientific(number(value)) : notFinite(number(value))).padStart(width),
  b: value => typeof value === 'boolean' ? String(Number(value)) : integer(value, 'binary format').toString(2),
  x: hexadecimal,
  X: value => hexadecimal(value).toUpperCase(),
  o: value => integer(value, 'octal format').toString(8),
};

function hexadecimal(value: unknown): string {
  return typeof value === 'string' ? Buffer.from(value).toString('hex') : value instanceof Uint8Array ? Buffer.from(value).toString('hex')
    : integer(value, 'hexadecimal format').toString(16);
}

/** Exact, and a tie goes to the even digit. */
function fixed(value: number, precision: number): string {
  let [numerator, denominator] = [Math.abs(value), 1n];
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  const scaled = BigInt(numerator) * 10n ** BigInt(precision);
  const down = scaled / denominator;
  const twice = 2n * (scaled % denominator);
  const rounded = twice > denominator || (twice === denominator && down % 2n === 1n) ? down + 1n : down;
  const digits = String(rounded).padStart(precision + 1, '0');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return sign + digits.slice(0, digits.length - precision) + (precision === 0 ? '' : `.${digits.slice(-precision)}`);
}

/** Thousands are kept apart, as the API server's locale has it. */
function grouped(text: string): string {
  const [whole, fraction] = text.split('.');
  const apart = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? apart : `${apart}.${fraction}`;
}

function scientific(value: number): string {
  const [digits, exponent] = value.toExponential(DEFAULT_PRECISION).split('e');
  return `${digits}×10${superscript(exponent.replace('+', ''))}`;
}

const superscript = (text: string) => [...text.replace(/^(-?)(\d)$/, '$10$2')].map(character => character === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(character)]).join('');

/** A value as text. */
function plain(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return `[${value.map(item => nested(fromData(item))).join(', ')}]`;
  }
  if (value instanceof Uint8Array) {
    return new TextDecoder('utf-8', { fatal: true }).decode(value);
  }
  if (isMapping(value)) {
    return mapping(value);
  }
  return value instanceof Double ? doubleText(value.value) : value instanceof Uint ? String(value.value) : value instanceof TypeValue ? value.name
    : typeof value === 'object' && !(value instanceof Comparable && TIMES.includes(value.type)) ? mismatch('format', value) : String(value);
}

/** A value inside another: text in quotes, times with what makes them. */
function nested(value: unknown): string {
  switch (typeName(value)) {
    case 'string': return JSON.stringify(value);
    case 'bytes': return `b${JSON.stringify(plain(value))}`;
    case 'double': return Number.isFinite((value as Double).value) ? fixed((value as Double).value, DEFAULT_PRECISION) : JSON.stringify(doubleText((value as Double).value));
    case 'google.protobuf.Timestamp': return `timestamp("${value}")`;
    case 'google.protobuf.Duration': return `duration("${value}")`;
    default: return plain(value);
  }
}

function mapping(value: Parameters<typeof field>[0]): string {
  const entries = keysOf(value).map(key => ['string', 'bool', 'int', 'uint'].includes(typeName(key)) ? [nested(key), nested(field(value, key))] as const : mismatch('format', key));
  return `{${entries.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0).map(([key, item]) => `${key}:${item}`).join(', ')}}`;
}
