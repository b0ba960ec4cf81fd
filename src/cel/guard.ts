import { signatureOf, Type } from './types';
import { Double, fromData, isMapping, Opaque, Optional, TypeValue, Uint } from './values';

type Test = (value: unknown) => boolean;

/** Whether a value is of a type, by its kind. */
const TESTS: { readonly [kind: string]: Test } = {
  bool: value => typeof value === 'boolean',
  int: value => typeof value === 'bigint',
  string: value => typeof value === 'string',
  map: isMapping,
  double: value => value instanceof Double,
  uint: value => value instanceof Uint,
  bytes: value => value instanceof Uint8Array,
  optional_type: value => value instanceof Optional,
  type: value => value instanceof TypeValue,
  null_type: value => value === null,
};
const ANYTHING: Test = () => true;

/** Of a list the first element is looked at, for more would take too long. */
function testOf({ kind, parameters: [element] }: Type): Test {
  if (kind === 'list') {
    const inner = testOf(element);
    return inner === ANYTHING ? Array.isArray : value => Array.isArray(value) && (value.length === 0 || inner(fromData(value[0])));
  }
  return kind === 'dyn' || kind === 'variable' ? ANYTHING : TESTS[kind] ?? (value => value instanceof Opaque && value.type === kind);
}

/** Whether there are as many values as a signature takes. */
export function ofCount(signature: string): (values: readonly unknown[]) => boolean {
  const { length } = signatureOf(signature).parameters;
  return values => values.length === length;
}

/** Whether values are what a signature takes. */
export function fitting(signature: string): (values: readonly unknown[]) => boolean {
  const tests = signatureOf(signature).parameters.map(testOf);
  if (tests.every(test => test === ANYTHING)) {
    return () => true;
  }
  const [first, second] = tests;
  switch (tests.length) {
    case 1: return ([value]) => first(value);
    case 2: return ([one, two]) => first(one) && second(two);
    default: return values => tests.every((test, index) => test(values[index]));
  }
}
