import { CelError } from './error';
import { Comparable, Double, field, fromData, isMapping, keysOf, Opaque, Optional, TypeValue, typeName, Uint } from './values';

const INT_MIN = -(2 ** 63);
const LIMIT = 2 ** 63;
const UINT_LIMIT = 2 ** 64;

/**
 * Whether an expression finds two values equal.
 *
 * @throws CelError where a value of a library, but for times, is compared with one of another type
 */
export function equal(left: unknown, right: unknown): boolean {
  return left instanceof Opaque && left.type !== typeName(right) && right !== null && !left.type.startsWith('google.') ? mismatch('==', left, right) : same(left, right);
}

/** Whether two values are equal. Numbers of all kinds compare by their value; a value of another kind is simply not equal. */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) {
    return true;
  }
  if (left === null || right === null || typeof left !== typeof right && !isNumber(left)) {
    return false;
  }
  if (isNumber(left)) {
    return isNumber(right) && compareNumbers(left, right) === 0;
  }
  return typeof left === 'object' && equalObjects(left as object, right as object);
}

function equalObjects(left: object, right: object): boolean {
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((item, index) => same(fromData(item), fromData(right[index])));
  }
  if (left instanceof Opaque) {
    return right instanceof Opaque && left.type === right.type && left.equals(right as typeof left);
  }
  if (left instanceof Optional) {
    return right instanceof Optional && left.present === right.present && same(left.value, right.value);
  }
  if (left instanceof Uint8Array) {
    return right instanceof Uint8Array && Buffer.compare(left, right) === 0;
  }
  if (left instanceof TypeValue) {
    return right instanceof TypeValue && left.name === right.name;
  }
  return isMapping(left) && isMapping(right) && equalMappings(left, right);
}

function equalMappings(left: Parameters<typeof field>[0], right: Parameters<typeof field>[0]): boolean {
  const keys = keysOf(left);
  return keys.length === keysOf(right).length && keys.every(key => {
    const other = field(right, key);
    return other !== undefined && same(field(left, key), other);
  });
}

/**
 * How two values of an order compare: negative, 0 or positive.
 *
 * @throws CelError if they have no order
 */
export function compare(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') {
    return compareText(left, right);
  }
  if (isNumber(left) && isNumber(right)) {
    const order = compareNumbers(left, right);
    if (Number.isNaN(order)) {
      throw new CelError('NaN has no order');
    }
    return order;
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    return Number(left) - Number(right);
  }
  if (left instanceof Uint8Array && right instanceof Uint8Array) {
    return Buffer.compare(left, right);
  }
  return left instanceof Comparable && right instanceof Comparable && left.type === right.type ? left.compare(right) : mismatch('<', left, right);
}

const ORDERED = new Set(['int', 'uint', 'double', 'bool', 'string', 'bytes', 'google.protobuf.Duration', 'google.protobuf.Timestamp']);

/** @throws CelError unless all values are of types that have an order */
export function requireOrdered(values: readonly unknown[]): void {
  values.forEach(value => ORDERED.has(typeName(fromData(value))) || mismatch('an order', fromData(value)));
}

/** @throws always: no function takes values of these types */
export function mismatch(what: string, ...values: unknown[]): never {
  throw new CelError(`no such overload: ${what} of ${values.map(value => value === undefined ? 'nothing' : typeName(value)).join(', ')}`);
}

type Numeric = bigint | Double | Uint;

function isNumber(value: unknown): value is Numeric {
  return typeof value === 'bigint' || value instanceof Double || value instanceof Uint;
}

/** Integers compare exactly, and as doubles with a double, as in Go. NaN if one is. */
function compareNumbers(left: Numeric, right: Numeric): number {
  if (left instanceof Double || right instanceof Double) {
    return left instanceof Double ? -compareWithDouble(right, left.value) : compareWithDouble(left, (right as Double).value);
  }
  const a = left instanceof Uint ? left.value : left;
  const b = right instanceof Uint ? right.value : right;
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareWithDouble(left: Numeric, right: number): number {
  if (typeof left === 'bigint' && (right < INT_MIN || right > LIMIT)) {
    return right < INT_MIN ? 1 : -1;
  }
  if (left instanceof Uint && (right < 0 || right > UINT_LIMIT)) {
    return right < 0 ? 1 : -1;
  }
  const value = left instanceof Double ? left.value : Number(left instanceof Uint ? left.value : left);
  return value < right ? -1 : value > right ? 1 : value === right ? 0 : NaN;
}

/** By code points, as the bytes of UTF-8 compare; JavaScript's own order is by UTF-16 units. */
function compareText(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) {
      const surrogates = Number(a >= 0xd800 && a <= 0xdfff) - Number(b >= 0xd800 && b <= 0xdfff);
      return surrogates !== 0 ? surrogates : a - b;
    }
  }
  return left.length - right.length;
}
