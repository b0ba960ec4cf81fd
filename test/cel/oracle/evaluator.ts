import { Answer, Question } from './kubernetes';
import { spent } from '../../../src/cel/cost';
import { compile } from '../../../src/cel/program';
import { Duration, Timestamp } from '../../../src/cel/time';
import { Double, field, fromData, isMapping, keysOf, Opaque, Optional, TypeValue, Uint } from '../../../src/cel/values';

/** The types of values whose text both sides can write. */
const WRITTEN = ['net.IP', 'net.CIDR', 'kubernetes.URL'];

/** The names of types as Kubernetes writes them. */
const typeText = (type: string) => type.replace(/google\.protobuf\.Timestamp/g, 'timestamp').replace(/google\.protobuf\.Duration/g, 'duration').replace(/null_type/g, 'null');

/** Asks our evaluator. */
export function askEvaluator({ expression, object = {}, minor }: Question): Answer {
  let program: ReturnType<typeof compile>;
  try {
    program = compile(expression, { variables: ['object'], kubernetes: `1.${minor}` });
  } catch (error) {
    return { failed: 'compile', message: (error as Error).message, cost: 0 };
  }
  try {
    const value = program.evaluate({ object });
    return { value: write(value), type: typeText(program.type), cost: spent() };
  } catch (error) {
    return { failed: 'evaluate', message: (error as Error).message, type: typeText(program.type), cost: spent() };
  }
}

/** Writes a value as the Go program does: one of another type is never written alike. */
function write(value: unknown): string {
  switch (typeof value) {
    case 'bigint': case 'boolean': return String(value);
    case 'string': return `"${value}"`;
    case 'object': return value === null ? 'null' : writeObject(value);
    default: throw new Error(`not a value: ${String(value)}`);
  }
}

function writeObject(value: object): string {
  if (Array.isArray(value)) {
    return `[${value.map(item => write(fromData(item))).join(',')}]`;
  }
  if (value instanceof Opaque) {
    return writeOpaque(value);
  }
  if (value instanceof Uint8Array) {
    return `b'${Buffer.from(value).toString('base64')}'`;
  }
  if (isMapping(value)) {
    const entries = keysOf(value).map(key => `${write(key)}:${write(field(value, key))}`);
    return `{${entries.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).join(',')}}`;
  }
  return value instanceof Double ? writeDouble(value.value) : value instanceof Uint ? `${value.value}u` : value instanceof TypeValue ? `type(${value.name})`
    : value instanceof Optional ? value.present ? `optional(${write(value.value)})` : 'none' : 'unknown';
}

function writeOpaque(value: Opaque): string {
  if (value instanceof Timestamp) {
    return `timestamp(${value.toInt()},${value.belowSecond})`;
  }
  return value instanceof Duration ? `duration(${value.nanoseconds})` : WRITTEN.includes(value.type) ? `${value.type}(${value})` : value.type;
}

function writeDouble(value: number): string {
  if (!Number.isFinite(value)) {
    return String(value);
  }
  const bits = Buffer.alloc(8);
  bits.writeDoubleBE(value);
  return `double(${bits.toString('hex')})`;
}
