import { CelError } from './error';
import { Quantity } from './quantity';
import { regularExpression } from './regular-expression';
import { compare, equal, fromData, isMapping, keysOf, Optional, typeName, Uint } from './values';

/** A function of the API server's CEL: whether it is called on a receiver, how many arguments, since which minor. */
export interface CelFunction {
  readonly member: boolean;
  readonly arity: readonly number[];
  readonly since?: number;
  readonly call: (...args: any[]) => unknown;
}

const INT_MIN = -(2n ** 63n);
const INT_MAX = 2n ** 63n - 1n;

/** @throws where a result leaves 64 bits */
export function int64(value: bigint): bigint {
  if (value < INT_MIN || value > INT_MAX) {
    throw new CelError('integer overflow');
  }
  return value;
}

const refuse = (name: string, ...args: unknown[]): never => {
  throw new CelError(`no such overload: ${name}(${args.map(typeName).join(', ')})`);
};
const text = (name: string, ...args: unknown[]) => args.every(arg => typeof arg === 'string') || refuse(name, ...args);
const list = (name: string, value: unknown) => Array.isArray(value) || refuse(name, value);
const quantity = (value: unknown): Quantity => value instanceof Quantity ? value : refuse('quantity operation', value);
const optional = (value: unknown): Optional => value instanceof Optional ? value : refuse('optional operation', value);

function size(value: unknown): bigint {
  if (typeof value === 'string') {
    return BigInt([...value].length);
  }
  return Array.isArray(value) || value instanceof Uint8Array ? BigInt(value.length) : isMapping(value) ? BigInt(keysOf(value).length) : refuse('size', value);
}

function toInt(value: unknown): bigint {
  switch (typeof value) {
    case 'bigint': return value;
    case 'number': return Number.isFinite(value) ? int64(BigInt(Math.trunc(value))) : refuse('int', value);
    case 'string': return /^[+-]?\d+$/.test(value) ? int64(BigInt(value.replace('+', ''))) : refuse('int', value);
    default: return value instanceof Uint ? int64(value.value) : refuse('int', value);
  }
}

function toDouble(value: unknown): number {
  const number = value instanceof Uint ? Number(value.value) : typeof value === 'bigint' || typeof value === 'number' ? Number(value)
    : typeof value === 'string' && value.trim() === value && value !== '' ? Number(value) : NaN;
  return Number.isNaN(number) && value !== 'NaN' ? refuse('double', value) : number;
}

function toText(value: unknown): string {
  return value instanceof Uint ? String(value.value) : value instanceof Uint8Array ? Buffer.from(value).toString('utf8')
    : typeof value === 'object' ? refuse('string', value) : String(value);
}

function extremum(name: string, sign: number): CelFunction {
  return {
    member: true,
    arity: [0],
    call: (values: unknown[]) => list(name, values) && values.map(fromData).reduce((best, value) => sign * compare(value, best) > 0 ? value : best),
  };
}

const member = (arity: readonly number[], call: CelFunction['call'], since?: number): CelFunction => ({ member: true, arity, call, since });
const global = (arity: readonly number[], call: CelFunction['call'], since?: number): CelFunction => ({ member: false, arity, call, since });
const at = (haystack: readonly unknown[], needle: unknown) => haystack.map(item => equal(fromData(item), needle));
const contains = (haystack: unknown[], needles: unknown[]) => needles.every(needle => at(haystack, fromData(needle)).includes(true));

/** What the API server's CEL can call, apart from macros. A name may be both a member and a global. */
export const FUNCTIONS: { readonly [name: string]: readonly CelFunction[] } = {
  'size': [global([1], size), member([0], size)],
  'int': [global([1], toInt)],
  'uint': [global([1], value => new Uint(toInt(value) < 0n ? refuse('uint', value) : toInt(value)))],
  'double': [global([1], toDouble)],
  'string': [global([1], toText)],
  'bool': [global([1], value => typeof value === 'boolean' ? value : value === 'true' || (value === 'false' ? false : refuse('bool', value)))],
  'dyn': [global([1], value => value)],
  'type': [global([1], value => ({ type: typeName(value) }))],
  'contains': [member([1], (a, b) => text('contains', a, b) && a.includes(b))],
  'startsWith': [member([1], (a, b) => text('startsWith', a, b) && a.startsWith(b))],
  'endsWith': [member([1], (a, b) => text('endsWith', a, b) && a.endsWith(b))],
  'matches': [member([1], (a, b) => text('matches', a, b) && regularExpression(b).test(a)), global([2], (a, b) => text('matches', a, b) && regularExpression(b).test(a))],
  'find': [member([1], (a, b) => text('find', a, b) && regularExpression(b).find(a))],
  'findAll': [member([1, 2], (a, b, limit) => text('findAll', a, b) && regularExpression(b).findAll(a, limit === undefined ? undefined : Number(limit)))],
  'lowerAscii': [member([0], a => text('lowerAscii', a) && a.replace(/[A-Z]/g, (c: string) => c.toLowerCase()))],
  'upperAscii': [member([0], a => text('upperAscii', a) && a.replace(/[a-z]/g, (c: string) => c.toUpperCase()))],
  'trim': [member([0], a => text('trim', a) && a.trim())],
  'charAt': [member([1], (a, index) => text('charAt', a) && ([...a][Number(index)] ?? ''))],
  'split': [member([1, 2], (a, b, limit) => text('split', a, b) && splitText(a, b, limit))],
  'join': [member([0, 1], (values, separator = '') => list('join', values) && text('join', ...values) && values.join(separator))],
  'replace': [member([2, 3], (a, b, c, limit) => text('replace', a, b, c) && replaceText(a, b, c, limit))],
  'substring': [member([1, 2], (a, start, end) => text('substring', a) && [...a].slice(Number(start), end === undefined ? undefined : Number(end)).join(''))],
  'indexOf': [member([1], (a, b) => Array.isArray(a) ? BigInt(at(a, b).indexOf(true)) : text('indexOf', a, b) && BigInt(a.indexOf(b)))],
  'lastIndexOf': [member([1], (a, b) => Array.isArray(a) ? BigInt(at(a, b).lastIndexOf(true)) : text('lastIndexOf', a, b) && BigInt(a.lastIndexOf(b)))],
  'isSorted': [member([0], a => list('isSorted', a) && a.every((item: unknown, i: number) => i === 0 || compare(fromData(a[i - 1]), fromData(item)) <= 0))],
  'sum': [member([0], a => list('sum', a) && a.map(fromData).reduce((total: any, item: any) => typeof item === 'bigint' ? int64(total + item) : Number(total) + item, 0n))],
  'min': [extremum('min', -1)],
  'max': [extremum('max', 1)],
  'orValue': [member([1], (a, b) => optional(a).present ? a.value : b)],
  'or': [member([1], (a, b) => optional(a).present ? a : optional(b))],
  'hasValue': [member([0], a => optional(a).present)],
  'value': [member([0], a => optional(a).present ? a.value : refuse('value of an absent optional', a))],
  'quantity': [global([1], a => text('quantity', a) && Quantity.parse(a))],
  'isQuantity': [global([1], a => text('isQuantity', a) && Quantity.isQuantity(a))],
  'compareTo': [member([1], (a, b) => BigInt(quantity(a).compare(quantity(b))))],
  'isGreaterThan': [member([1], (a, b) => quantity(a).compare(quantity(b)) > 0)],
  'isLessThan': [member([1], (a, b) => quantity(a).compare(quantity(b)) < 0)],
  'add': [member([1], (a, b) => new Quantity(quantity(a).nano + (typeof b === 'bigint' ? b * 1000000000n : quantity(b).nano)))],
  'sub': [member([1], (a, b) => new Quantity(quantity(a).nano - (typeof b === 'bigint' ? b * 1000000000n : quantity(b).nano)))],
  'sign': [member([0], a => quantity(a).nano < 0n ? -1n : quantity(a).nano > 0n ? 1n : 0n)],
  'isInteger': [member([0], a => quantity(a).nano % 1000000000n === 0n)],
  'asInteger': [member([0], a => quantity(a).nano % 1000000000n === 0n ? int64(a.nano / 1000000000n) : refuse('asInteger', a))],
  'asApproximateFloat': [member([0], a => Number(quantity(a).nano) / 1e9)],
  'sets.contains': [global([2], (a, b) => list('sets.contains', a) && list('sets.contains', b) && contains(a, b), 30)],
  'sets.equivalent': [global([2], (a, b) => contains(a, b) && contains(b, a), 30)],
  'sets.intersects': [global([2], (a, b: unknown[]) => b.some(item => contains(a, [item])), 30)],
  'optional.of': [global([1], Optional.of)],
  'optional.none': [global([0], () => Optional.NONE)],
  'optional.ofNonZeroValue': [global([1], value => isZero(value) ? Optional.NONE : Optional.of(value))],
};

function isZero(value: unknown): boolean {
  return value === null || value === false || value === '' || value === 0 || value === 0n || (Array.isArray(value) && value.length === 0)
    || (isMapping(value) && keysOf(value).length === 0) || (value instanceof Uint && value.value === 0n);
}

function splitText(value: string, separator: string, limit?: bigint): string[] {
  const parts = separator === '' ? [...value] : value.split(separator);
  const most = limit === undefined ? -1 : Number(limit);
  return most < 0 || parts.length <= most ? parts : most === 0 ? [] : [...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)];
}

function replaceText(value: string, from: string, to: string, limit?: bigint): string {
  const parts = value.split(from);
  const most = limit === undefined || limit < 0n ? parts.length - 1 : Math.min(Number(limit), parts.length - 1);
  return [...parts.slice(0, most), parts.slice(most).join(from)].join(to);
}
