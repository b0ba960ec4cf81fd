import { Overload } from './overload';
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

/** What tells of each value that a way to call something takes whether it is of its type; where nobody guards that, anything is. */
export function testsOf({ signature, unguarded = false }: Overload): readonly Test[] {
  return signatureOf(signature).parameters.map(type => unguarded ? ANYTHING : testOf(type));
}

/** Whether there is a value for each test, which it meets. */
export function fits(tests: readonly Test[], values: readonly unknown[]): boolean {
  if (values.length !== tests.length) {
    return false;
  }
  for (let at = 0; at < tests.length; at++) {
    if (!tests[at](values[at])) {
      return false;
    }
  }
  return true;
}
