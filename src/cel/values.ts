import { CelError } from './error';

/** A value that may be absent. */
export class Optional {
  public static readonly NONE = new Optional(undefined);
  public static of(value: unknown): Optional {
    return new Optional(value);
  }
  private constructor(public readonly value: unknown) {}
  public get present(): boolean {
    return this !== Optional.NONE;
  }
}

/** An unsigned integer; plain integers are bigints, doubles are numbers. */
export class Uint {
  public constructor(public readonly value: bigint) {}
}

/** JSON numbers become what the API server has: whole ones are integers. Nothing else is touched, so that no object is walked or copied. */
export function fromData(value: unknown): unknown {
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value;
}

export type Mapping = Map<unknown, unknown> | { readonly [key: string]: unknown };

/** Any object that is not one of CEL's other kinds: a plain one may come from another realm, so its prototype says nothing. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    && !(value instanceof Optional || value instanceof Uint || value instanceof Comparable || ArrayBuffer.isView(value));
}

/** A field of a mapping: own properties only, so that `constructor` is as absent as it looks. */
export function field(mapping: Mapping, key: unknown): unknown {
  if (mapping instanceof Map) {
    return mapping.get(key);
  }
  return typeof key === 'string' && Object.prototype.hasOwnProperty.call(mapping, key) ? fromData(mapping[key]) : undefined;
}

export function keysOf(mapping: Mapping): unknown[] {
  return mapping instanceof Map ? [...mapping.keys()] : Object.keys(mapping);
}

export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'bigint': return 'int';
    case 'number': return 'double';
    case 'boolean': return 'bool';
    case 'string': return 'string';
    default:
      return value === null ? 'null_type' : value instanceof Uint ? 'uint' : value instanceof Optional ? 'optional_type'
        : Array.isArray(value) ? 'list' : value instanceof Uint8Array ? 'bytes' : isMapping(value) ? 'map' : (value as object).constructor.name;
  }
}

/** Numbers of all kinds compare by their value; a value of another kind is simply not equal. */
export function equal(left: unknown, right: unknown): boolean {
  if (left === right) {
    return true;
  }
  const a = left instanceof Uint ? left.value : left;
  const b = right instanceof Uint ? right.value : right;
  if ((typeof a === 'bigint' || typeof a === 'number') && (typeof b === 'bigint' || typeof b === 'number')) {
    // eslint-disable-next-line eqeqeq
    return a == b;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => equal(fromData(item), fromData(b[index])));
  }
  if (a instanceof Optional && b instanceof Optional) {
    return a.present && b.present && equal(a.value, b.value);
  }
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    return Buffer.compare(a, b) === 0;
  }
  if (isMapping(a) && isMapping(b)) {
    const keys = keysOf(a);
    return keys.length === keysOf(b).length && keys.every(key => field(b, key) !== undefined && equal(field(a, key), field(b, key)));
  }
  return a instanceof Comparable && b instanceof Comparable && a.constructor === b.constructor && a.compare(b) === 0;
}

/** A value of a library that has an order, such as a quantity. */
export abstract class Comparable {
  public abstract compare(other: this): number;
}

/** Negative, 0 or positive. */
export function compare(left: unknown, right: unknown): number {
  const a = left instanceof Uint ? left.value : left;
  const b = right instanceof Uint ? right.value : right;
  const numeric = (value: unknown) => typeof value === 'bigint' || typeof value === 'number';
  if ((numeric(a) && numeric(b)) || (typeof a === typeof b && (typeof a === 'string' || typeof a === 'boolean'))) {
    return (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0;
  }
  throw new CelError(`no such overload: ${typeName(left)} < ${typeName(right)}`);
}
