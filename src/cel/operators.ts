import { compare, equal, mismatch, same } from './equality';
import { CelError } from './error';
import { int64, uint64 } from './integers';
import { Double, field, fromData, isMapping, Uint } from './values';

type Operation = (left: any, right: any) => unknown;

function divisor(value: bigint): bigint {
  if (value === 0n) {
    throw new CelError('divide by zero');
  }
  return value;
}

/** Where the quotient would overflow, so does the remainder in Go. */
function remainder(left: bigint, right: bigint): bigint {
  return right === -1n ? int64(-left) * 0n : left % divisor(right);
}

/** Values such as durations bring their own arithmetic. */
interface Calculating { plus?(other: unknown): unknown; minus?(other: unknown): unknown; negated?(): unknown }

function arithmetic(sign: string, ints: (a: bigint, b: bigint) => bigint, doubles?: (a: number, b: number) => number, other?: Operation): Operation {
  return (left, right) => {
    if (typeof left === 'bigint' && typeof right === 'bigint') {
      return int64(ints(left, right));
    }
    if (left instanceof Uint && right instanceof Uint) {
      return uint64(ints(left.value, right.value));
    }
    if (doubles !== undefined && left instanceof Double && right instanceof Double) {
      return new Double(doubles(left.value, right.value));
    }
    return other === undefined ? mismatch(sign, left, right) : other(left, right);
  };
}

function join(left: any, right: any): unknown {
  if (typeof left === 'string' && typeof right === 'string') {
    return left + right;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return [...left, ...right];
  }
  return left instanceof Uint8Array && right instanceof Uint8Array ? Buffer.concat([left, right])
    : (left as Calculating | null)?.plus?.(right) ?? mismatch('+', left, right);
}

function contains(item: unknown, values: unknown): boolean {
  return Array.isArray(values) ? values.some(value => same(fromData(value), item)) : isMapping(values) ? field(values, item) !== undefined : mismatch('in', item, values);
}

function negate(value: unknown): unknown {
  return typeof value === 'bigint' ? int64(-value) : (value as Calculating | null)?.negated?.() ?? mismatch('-', value);
}

const OPERATIONS: { readonly [sign: string]: Operation } = {
  '==': equal,
  '!=': (left, right) => !same(left, right),
  '<': (left, right) => compare(left, right) < 0,
  '<=': (left, right) => compare(left, right) <= 0,
  '>': (left, right) => compare(left, right) > 0,
  '>=': (left, right) => compare(left, right) >= 0,
  '+': arithmetic('+', (a, b) => a + b, (a, b) => a + b, join),
  '-': arithmetic('-', (a, b) => a - b, (a, b) => a - b, (left, right) => (left as Calculating | null)?.minus?.(right) ?? mismatch('-', left, right)),
  '*': arithmetic('*', (a, b) => a * b, (a, b) => a * b),
  '/': arithmetic('/', (a, b) => a / divisor(b), (a, b) => a / b),
  '%': arithmetic('%', remainder),
  'in': contains,
  '-_': negate,
  '!_': value => typeof value === 'boolean' ? !value : mismatch('!', value),
};

/** What an operator does with its operands; nothing for those that do not evaluate all of them. */
export function operation(sign: string): Operation {
  return OPERATIONS[sign];
}
