import { mismatch } from './equality';
import { CelError } from './error';
import { Double, field, fromData, isMapping, Optional, typeName, Uint } from './values';

/**
 * A field, an entry or an element; of an optional value an optional one.
 *
 * @throws CelError if it is not there
 */
export function get(owner: unknown, key: unknown): unknown {
  const found = isMapping(owner) ? field(owner, key) : owner instanceof Optional ? find(owner, key) : elementOf(owner, key);
  if (found === undefined) {
    throw new CelError(Array.isArray(owner) ? `index out of bounds: ${textOf(key)}` : `no such key: ${textOf(key)}`);
  }
  return found;
}

/** The same, absent where it is not there: also where its owner is absent or has no fields. */
export function find(owner: unknown, key: unknown): Optional {
  if (typeof key === 'object' && !(key instanceof Uint || key instanceof Double)) {
    return mismatch('index', owner, key);
  }
  const value = owner instanceof Optional ? owner.value : owner;
  const found = isMapping(value) ? field(value, key) : Array.isArray(value) ? elementOf(value, key) : undefined;
  return found === undefined ? Optional.NONE : Optional.of(found);
}

/** Whether there is such a field. */
export function has(owner: unknown, key: string): boolean {
  const value = owner instanceof Optional ? owner.value : owner;
  return Array.isArray(value) ? mismatch('has()', value) : isMapping(value) && field(value, key) !== undefined;
}

function elementOf(value: unknown, key: unknown): unknown {
  if (!Array.isArray(value)) {
    return mismatch('index', value, key);
  }
  const at = key instanceof Uint ? key.value : key instanceof Double && Number.isInteger(key.value) ? BigInt(key.value) : key;
  return typeof at === 'bigint' ? at >= 0n && at < BigInt(value.length) ? fromData(value[Number(at)]) : undefined : mismatch('index', value, key);
}

function textOf(key: unknown): string {
  return typeof key === 'string' || typeof key === 'bigint' ? String(key) : typeName(key);
}
