import { mismatch } from './equality';

/** @throws CelError unless the value is a bool */
export function bool(value: unknown): boolean {
  return typeof value === 'boolean' ? value : mismatch('a condition', value);
}
