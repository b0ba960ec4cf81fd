import { CelError } from './error';
import { int64 } from './functions';
import { compare, equal, field, fromData, isMapping, typeName, Uint } from './values';

type Operation = (left: unknown, right: unknown) => unknown;

const refuse = (sign: string, ...operands: unknown[]): never => {
  throw new CelError(`no such overload: ${operands.map(typeName).join(` ${sign} `)}`);
};

const UINT_MAX = 2n ** 64n - 1n;

function uint64(value: bigint): Uint {
  if (value < 0n || value > UINT_MAX) {
    throw new CelError('unsigned integer overflow');
  }
  return new Uint(value);
}

function arithmetic(sign: string, ints: (a: bigint, b: bigint) => bigint, doubles?: (a: number, b: number) => number): Operation {
  return (left, right) => {
    if (typeof left === 'bigint' && typeof right === 'bigint') {
      return int64(ints(left, right));
    }
    if (left instanceof Uint && right instanceof Uint) {
      return uint64(ints(left.value, right.value));
    }
    return typeof left === 'number' && typeof right === 'number' && doubles !== undefined ? doubles(left, right) : refuse(sign, left, right);
  };
}

function divisor(value: bigint): bigint {
  if (value === 0n) {
    throw new CelError('divide by zero');
  }
  return value;
}

const sum = arithmetic('+', (a, b) => a + b, (a, b) => a + b);

const OPERATIONS: { readonly [sign: string]: Operation } = {
  '==': equal,
  '!=': (left, right) => !equal(left, right),
  '<': (left, right) => compare(left, right) < 0,
  '<=': (left, right) => compare(left, right) <= 0,
  '>': (left, right) => compare(left, right) > 0,
  '>=': (left, right) => compare(left, right) >= 0,
  '+': (left, right) => typeof left === 'string' && typeof right === 'string' ? left + right
    : Array.isArray(left) && Array.isArray(right) ? [...left, ...right] : sum(left, right),
  '-': arithmetic('-', (a, b) => a - b, (a, b) => a - b),
  '*': arithmetic('*', (a, b) => a * b, (a, b) => a * b),
  '/': arithmetic('/', (a, b) => a / divisor(b), (a, b) => a / b),
  '%': arithmetic('%', (a, b) => a % divisor(b)),
  'in': (left, right) => Array.isArray(right) ? right.some(item => equal(left, fromData(item)))
    : isMapping(right) ? field(right, left) !== undefined : refuse('in', left, right),
};

/** What a binary operator does. */
export function binary(sign: string): Operation {
  return OPERATIONS[sign];
}

/** Arithmetic negation. */
export function negate(value: unknown): unknown {
  return typeof value === 'bigint' ? int64(-value) : typeof value === 'number' ? -value : refuse('-', value);
}
