import { Duration, Timestamp } from '../../src/cel/time';
import { CelMap, Double, TypeValue, Uint } from '../../src/cel/values';

/** The tests of the CEL specification. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
export const { tests: SPECIFICATION } = require('@bufbuild/cel-spec/testdata/conformance.js');

/** All tests of a section. */
export const flat = (node: any): any[] => [...node.tests ?? [], ...(node.suites ?? []).flatMap(flat)];

function refuse(kind: string): never {
  throw new Error(`a value of protobuf: ${kind}`);
}

const NOT_FINITE: { readonly [text: string]: number } = { NaN, Infinity, '-Infinity': -Infinity };

function mapOf(entries: readonly any[] = []): CelMap {
  const map = new CelMap();
  entries.forEach(({ key, value }) => map.add(valueOf(key), valueOf(value)));
  return map;
}

/** What each kind of value of the tests is to the evaluator. */
const VALUES: { readonly [kind: string]: (value: any) => unknown } = {
  int64Value: value => BigInt(value),
  uint64Value: value => new Uint(BigInt(value)),
  doubleValue: value => new Double(NOT_FINITE[value] ?? Number(value)),
  bytesValue: value => Buffer.from(value, 'base64'),
  listValue: ({ values }) => (values ?? []).map(valueOf),
  mapValue: ({ entries }) => mapOf(entries),
  objectValue: ({ '@type': type, value }) => type.endsWith('.Duration') ? Duration.parse(value) : type.endsWith('.Timestamp') ? Timestamp.parse(value) : refuse(type),
  nullValue: () => null,
  typeValue: value => new TypeValue(value),
  boolValue: value => value,
  stringValue: value => value,
};

/** @throws if it is a message of protobuf */
export function valueOf(json: any): unknown {
  const [[kind, value]] = Object.entries<any>(json);
  return (VALUES[kind] ?? refuse(kind))(value);
}
