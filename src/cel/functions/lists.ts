import { LIST_COST, lengthOf, one, sizeOf, wholeCost } from '../cost';
import { compare, mismatch, requireOrdered, same } from '../equality';
import { CelError } from '../error';
import { operation } from '../operators';
import { FunctionTable, Overload, overload, overloads } from '../overload';
import { Duration } from '../time';
import { Double, fromData, isMapping, keysOf, Uint } from '../values';
import { distinct, sortBy, sortCost } from './sorting';

const ORDERED = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes'];
const EXTENDED = 35;

const whole = { cost: ([values]: readonly unknown[]) => wholeCost(values) };
const ofElements = (gives: (type: string) => string, call: Overload['call']) =>
  overloads(ORDERED.map(type => `list(${type}).() -> ${gives(type)}`), call, whole);

function extremum(name: string, sign: number): Overload['call'] {
  return (values: readonly unknown[]) => {
    if (values.length === 0) {
      throw new CelError(`${name}() of an empty list`);
    }
    requireOrdered(values);
    return values.map(fromData).reduce((best, value) => sign * compare(value, best) > 0 ? value : best);
  };
}


function isSorted(values: readonly unknown[]): boolean {
  requireOrdered(values);
  return values.every((value, index) => index === 0 || compare(fromData(values[index - 1]), fromData(value)) <= 0);
}

const total = (zero: unknown) => (values: readonly unknown[]) => values.map(fromData).reduce((sum, value) => operation('+')(sum, value), zero);
const placesOf = (values: readonly unknown[], wanted: unknown) => values.map(value => same(fromData(value), wanted));

function slice(values: readonly unknown[], start: bigint, end: bigint): unknown[] {
  if (start < 0n || end < 0n || start > end || end > BigInt(values.length)) {
    throw new CelError(`cannot slice a list of ${values.length} from ${start} to ${end}`);
  }
  return values.slice(Number(start), Number(end));
}

function flatten(values: unknown, depth: unknown = 1n): unknown[] {
  if (!Array.isArray(values) || typeof depth !== 'bigint') {
    return mismatch('flatten()', values, depth);
  }
  if (depth < 0n) {
    throw new CelError('level must be non-negative');
  }
  return values.flatMap(value => Array.isArray(value) && depth > 0n ? flatten(value, depth - 1n) : [fromData(value)]);
}

/** More would cost more than is allowed, and is not made before that is seen. */
function range(count: bigint): bigint[] {
  if (count > 1_000_000n) {
    throw new CelError('it costs more than 1000000, which the API server allows');
  }
  return Array.from({ length: Math.max(Number(count), 0) }, (_, index) => BigInt(index));
}

const ofResult = { since: EXTENDED, cost: (_: readonly unknown[], result: unknown) => sizeOf(result) + 1 + LIST_COST };
const flattened = {
  since: EXTENDED,
  unguarded: true,
  cost: ([values, depth = 1n]: readonly unknown[]) => sizeOf(values) * Number(depth) + 1 + LIST_COST,
};
const compared = { since: EXTENDED, cost: ([values]: readonly unknown[]) => sortCost(values as unknown[]) };
const sizes = (type: string, call: Overload['call']) => overloads([`(${type}) -> int`, `${type}.() -> int`], call);

/** Of lists, and what is common to all that has a size. */
export const LISTS: FunctionTable = {
  'size': [
    ...sizes('list(T)', (values: readonly unknown[]) => BigInt(values.length)),
    ...sizes('map(K, V)', (value: unknown) => isMapping(value) ? BigInt(keysOf(value).length) : mismatch('size', value)),
    ...sizes('bytes', (value: Uint8Array) => BigInt(value.length)),
    ...sizes('string', (text: string) => BigInt(lengthOf(text))),
  ],
  'isSorted': ofElements(() => 'bool', isSorted),
  'min': ofElements(type => type, extremum('min', -1)),
  'max': ofElements(type => type, extremum('max', 1)),
  'sum': ([['int', 0n], ['uint', new Uint(0n)], ['double', new Double(0)], ['duration', new Duration(0n)]] as const).flatMap(([type, zero]) =>
    overload(`list(${type}).() -> ${type}`, total(zero), whole)),
  'indexOf': overload('list(T).(T) -> int', (values: unknown[], wanted: unknown) => BigInt(placesOf(values, wanted).indexOf(true)), whole),
  'lastIndexOf': overload('list(T).(T) -> int', (values: unknown[], wanted: unknown) => BigInt(placesOf(values, wanted).lastIndexOf(true)), whole),
  'slice': overload('list(T).(int, int) -> list(T)', slice, ofResult),
  'flatten': [...overload('list(list(T)).() -> list(T)', flatten, flattened), ...overload('list(dyn).(int) -> list(dyn)', flatten, flattened)],
  'reverse': overload('list(T).() -> list(T)', (values: readonly unknown[]) => [...values].reverse(), ofResult),
  'distinct': overload('list(T).() -> list(T)', distinct, compared),
  'sort': overloads(ORDERED.map(type => `list(${type}).() -> list(${type})`), (values: readonly unknown[]) => sortBy(values, values), { ...compared, uncertainCost: one }),
  'lists.range': overload('(int) -> list(int)', range, ofResult),
};
