import { CelError } from './error';
import { Uint } from './values';

export const INT_MIN = -(2n ** 63n);
export const INT_MAX = 2n ** 63n - 1n;
export const UINT_MAX = 2n ** 64n - 1n;

/** @throws CelError where a result leaves 64 bits */
export function int64(value: bigint): bigint {
  if (value < INT_MIN || value > INT_MAX) {
    throw new CelError('integer overflow');
  }
  return value;
}

/** @throws CelError where a result leaves 64 bits without a sign */
export function uint64(value: bigint): Uint {
  if (value < 0n || value > UINT_MAX) {
    throw new CelError('unsigned integer overflow');
  }
  return new Uint(value);
}
