import { mismatch } from '../equality';
import { CelError } from '../error';
import { FunctionTable, overload } from '../overload';
import { Comparable, Double, fromData, isMapping, keysOf, Optional, Uint } from '../values';

const since = 29;

/** The API server of 1.33 has a newer library, which has no version of its own. */
const OPTIONAL_2 = 33;

const TIMES = ['google.protobuf.Duration', 'google.protobuf.Timestamp'];

function isZero(value: unknown): boolean {
  if (Array.isArray(value) || value instanceof Uint8Array) {
    return value.length === 0;
  }
  if (isMapping(value)) {
    return keysOf(value).length === 0;
  }
  return value instanceof Comparable ? TIMES.includes(value.type) && (value as Comparable & { readonly isZero: boolean }).isZero
    : [null, false, '', 0n].includes(value as null) || (value instanceof Uint && value.value === 0n) || (value instanceof Double && value.value === 0);
}

function valueOf(value: Optional): unknown {
  if (!value.present) {
    throw new CelError('an absent optional has no value');
  }
  return value.value;
}

const unwrap = (values: readonly unknown[]) =>
  values.flatMap(value => value instanceof Optional ? value.present ? [value.value] : [] : mismatch('optional.unwrap', value));
const element = (values: readonly unknown[], at: number) => values.length === 0 ? Optional.NONE : Optional.of(fromData(values[at]));

/** Of values that may be absent. `or` and `orValue` are evaluated apart, for they evaluate their argument only where it is needed. */
export const OPTIONALS: FunctionTable = {
  'optional.of': overload('(T) -> optional(T)', Optional.of, { since }),
  'optional.none': overload('() -> optional(T)', () => Optional.NONE, { since }),
  'optional.ofNonZeroValue': overload('(T) -> optional(T)', (value: unknown) => isZero(value) ? Optional.NONE : Optional.of(value), { since }),
  'optional.unwrap': overload('(list(optional(T))) -> list(T)', unwrap, { since: OPTIONAL_2 }),
  'unwrapOpt': overload('list(optional(T)).() -> list(T)', unwrap, { since: OPTIONAL_2 }),
  'first': overload('list(T).() -> optional(T)', (values: readonly unknown[]) => element(values, 0), { since: OPTIONAL_2 }),
  'last': overload('list(T).() -> optional(T)', (values: readonly unknown[]) => element(values, values.length - 1), { since: OPTIONAL_2 }),
  'value': overload('optional(T).() -> T', valueOf, { since }),
  'hasValue': overload('optional(T).() -> bool', (value: Optional) => value.present, { since }),
  'or': overload('optional(T).(optional(T)) -> optional(T)', () => undefined, { since }),
  'orValue': overload('optional(T).(T) -> T', () => undefined, { since }),
};
