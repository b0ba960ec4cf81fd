import { CelError } from './error';

/**
 * How values are held: int is a bigint, double a Double, uint a Uint, bytes a Uint8Array, list an array, map a CelMap or an object of a manifest,
 * type a TypeValue; what has a type of a library is an Opaque. A number of JavaScript is only ever inside a manifest, where nobody converts it
 * before it is looked at.
 */
export type Mapping = CelMap | { readonly [key: string]: unknown };

/** A floating point number. */
export class Double {
  public constructor(public readonly value: number) {}

  public negated(): Double {
    return new Double(-this.value);
  }
}

/** An unsigned integer. */
export class Uint {
  public constructor(public readonly value: bigint) {}
}

/** The type of a value, as a value. */
export class TypeValue {
  public constructor(public readonly name: string) {}
}

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

/** A value of a type that a library brings, such as a quantity. */
export abstract class Opaque {
  /** The name of its type. */
  public abstract readonly type: string;

  /** @param other a value of the same type */
  public abstract equals(other: this): boolean;

  /** What the cost of comparing it follows, where it has a size. */
  public get size(): number {
    return 1;
  }
}

/** A value of a library that has an order, such as a duration. */
export abstract class Comparable extends Opaque {
  /** Negative, 0 or positive. */
  public abstract compare(other: this): number;

  public equals(other: this): boolean {
    return this.compare(other) === 0;
  }
}

/** A map that an expression makes. A number is found by any that is equal, but numbers of different types are different keys. */
export class CelMap {
  private readonly entries = new Map<unknown, readonly [key: unknown, value: unknown]>();

  public get size(): number {
    return this.entries.size;
  }

  public keys(): unknown[] {
    return [...this.entries.values()].map(([key]) => key);
  }

  public get(key: unknown): unknown {
    const found = this.entries.get(keyOf(key)) ?? otherKeys(key).map(other => this.entries.get(other)).find(entry => entry !== undefined);
    return found?.[1];
  }

  /** @returns false if the key is there already */
  public add(key: unknown, value: unknown): boolean {
    if (key instanceof Uint8Array) {
      throw new CelError('bytes are no key of a map');
    }
    const fresh = !this.entries.has(keyOf(key));
    this.entries.set(keyOf(key), [key, value]);
    return fresh;
  }
}

const uintKey = (value: bigint) => `u${value}`;

/** What stands for a key in JavaScript's map. */
function keyOf(key: unknown): unknown {
  return typeof key === 'string' ? `s${key}` : key instanceof Uint ? uintKey(key.value) : key instanceof Double ? `d${key.value}` : key;
}

/** Where an equal number of another type would be. */
function otherKeys(key: unknown): unknown[] {
  if (key instanceof Double) {
    return Number.isInteger(key.value) ? [BigInt(key.value), uintKey(BigInt(key.value))] : [];
  }
  return typeof key === 'bigint' ? [uintKey(key)] : key instanceof Uint ? [key.value] : [];
}

/** JSON numbers become what the API server has: whole ones are integers. Nothing else is touched, so that no object is walked or copied. */
export function fromData(value: unknown): unknown {
  return typeof value === 'number' ? Number.isInteger(value) ? BigInt(value) : new Double(value) : value;
}

/** Any object that is not one of CEL's other kinds: a plain one may come from another realm, so its prototype says nothing. */
export function isMapping(value: unknown): value is Mapping {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  // Nearly all are what a parser made, which is quick to see.
  return Object.getPrototypeOf(value) === Object.prototype || !Array.isArray(value)
    && !(value instanceof Optional || value instanceof Uint || value instanceof Double || value instanceof Opaque || value instanceof TypeValue
      || ArrayBuffer.isView(value));
}

/** A field of a mapping: own properties only, so that `constructor` is as absent as it looks. */
export function field(mapping: Mapping, key: unknown): unknown {
  if (mapping instanceof CelMap) {
    return mapping.get(key);
  }
  // Most fields that are asked for are absent: then nothing needs to be known of where a value comes from.
  const value = typeof key === 'string' ? mapping[key] : undefined;
  return value !== undefined && Object.prototype.hasOwnProperty.call(mapping, key as string) ? fromData(value) : undefined;
}

export function keysOf(mapping: Mapping): unknown[] {
  return mapping instanceof CelMap ? mapping.keys() : Object.keys(mapping);
}

/** The name of a value's type. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'bigint': return 'int';
    case 'boolean': return 'bool';
    case 'string': return 'string';
    default: return value === null ? 'null_type' : Array.isArray(value) ? 'list' : objectTypeName(value as object);
  }
}

function objectTypeName(value: object): string {
  if (value instanceof Opaque) {
    return value.type;
  }
  return value instanceof Double ? 'double' : value instanceof Uint ? 'uint' : value instanceof Optional ? 'optional_type'
    : value instanceof TypeValue ? 'type' : value instanceof Uint8Array ? 'bytes' : 'map';
}
