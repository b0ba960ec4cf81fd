import { ofFirst, one } from '../cost';
import { mismatch } from '../equality';
import { CelError } from '../error';
import { INT_MAX, INT_MIN, int64, uint64 } from '../integers';
import { FunctionTable, overload, overloads } from '../overload';
import { Double, TypeValue, typeName, Uint } from '../values';
import { doubleText } from './double-text';

const DIGITS = '\\d(?:_?\\d)*';
const FLOAT = new RegExp(`^[+-]?(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:[eE][+-]?${DIGITS})?$`);
const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const BOOLS = new Map<string, boolean>([...['1', 't', 'T', 'TRUE', 'true', 'True'].map(text => [text, true] as const),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map(text => [text, false] as const)]);

const refuse = (type: string, value: unknown): never => {
  throw new CelError(`it cannot be converted to ${type}: ${value instanceof Double ? value.value : String(value)}`);
};

function doubleToInt(value: Double): bigint {
  const { value: number } = value;
  return number > Number(INT_MIN) && number < Number(INT_MAX) ? BigInt(Math.trunc(number)) : refuse('int', value);
}

function doubleToUint(value: Double): Uint {
  const { value: number } = value;
  return number >= 0 && number < 2 ** 64 ? new Uint(BigInt(Math.trunc(number))) : refuse('uint', value);
}

function textToDouble(text: string): Double {
  const infinite = INFINITE.exec(text);
  if (infinite !== null) {
    return new Double(infinite[1] === '-' ? -Infinity : Infinity);
  }
  const number = /^nan$/i.test(text) ? NaN : FLOAT.test(text) ? Number(text.replace(/_/g, '')) : refuse('double', text);
  return Math.abs(number) === Infinity ? refuse('double', text) : new Double(number);
}

function bytesToText(value: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value);
  } catch {
    return refuse('string', 'bytes that are not UTF-8');
  }
}

const itself = (value: unknown) => value;
const written = (value: { toString(): string }) => value.toString();

/** From one type to another. */
export const CONVERSIONS: FunctionTable = {
  bool: [...overload('(bool) -> bool', itself), ...overload('(string) -> bool', (text: string) => BOOLS.get(text) ?? refuse('bool', text))],
  bytes: [...overload('(bytes) -> bytes', itself), ...overload('(string) -> bytes', (text: string) => Buffer.from(text), { cost: ofFirst(1), uncertainCost: one })],
  double: [
    ...overload('(double) -> double', itself),
    ...overload('(int) -> double', (value: bigint) => new Double(Number(value))),
    ...overload('(uint) -> double', ({ value }: Uint) => new Double(Number(value))),
    ...overload('(string) -> double', textToDouble),
  ],
  dyn: overload('(T) -> dyn', itself),
  int: [
    ...overload('(int) -> int', itself),
    ...overload('(double) -> int', doubleToInt),
    ...overload('(duration) -> int', (value: { toInt(): bigint }) => value.toInt()),
    ...overload('(string) -> int', (text: string) => /^[+-]?\d+$/.test(text) ? int64(BigInt(text.replace('+', ''))) : refuse('int', text)),
    ...overload('(timestamp) -> int', (value: { toInt(): bigint }) => value.toInt()),
    ...overload('(uint) -> int', ({ value }: Uint) => int64(value)),
  ],
  uint: [
    ...overload('(uint) -> uint', itself),
    ...overload('(double) -> uint', doubleToUint),
    ...overload('(int) -> uint', uint64),
    ...overload('(string) -> uint', (text: string) => /^\d+$/.test(text) ? uint64(BigInt(text)) : refuse('uint', text)),
  ],
  string: [
    ...overload('(string) -> string', itself),
    ...overloads(['(bool) -> string', '(int) -> string', '(timestamp) -> string', '(duration) -> string'], written),
    ...overload('(bytes) -> string', bytesToText, { cost: ofFirst(1), uncertainCost: one }),
    ...overload('(double) -> string', ({ value }: Double) => doubleText(value)),
    ...overload('(uint) -> string', ({ value }: Uint) => String(value)),
    ...overloads(['(ip) -> string', '(cidr) -> string'], written, { since: 31 }),
  ],
  type: overload('(T) -> type(T)', (value: unknown) => value === undefined ? mismatch('type', value) : new TypeValue(typeName(value))),
};
