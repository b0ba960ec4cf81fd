import { CelError } from './error';
import { CelMap, field, isMapping, keysOf, Opaque, Optional } from './values';

/** What the API server allows one expression of a policy to cost. */
const LIMIT = 1_000_000;

/** What it counts for going through a text once, for each character, and for a regular expression. */
const TRAVERSAL = 0.1;
const PATTERN = 0.25;

export const LIST_COST = 10;
export const MAP_COST = 30;

let remaining = LIMIT;

let depth = 0;
let inAll = 0;

/** Starts counting for one evaluation, also where it is needed in the midst of another: each has its own limit. What is returned is handed back at its end. */
export function startCounting(): number {
  const outer = remaining;
  remaining = LIMIT;
  depth++;
  return outer;
}

/** Ends counting, and goes on with what was counted before. */
export function stopCounting(outer: number): void {
  inAll += LIMIT - remaining;
  depth--;
  remaining = depth > 0 ? outer : remaining;
}

/** What all evaluations of this process have cost together. */
export function spentInAll(): number {
  return inAll;
}

/** What the last evaluation has cost. */
export function spent(): number {
  return LIMIT - remaining;
}

/** @throws CelError once more is spent than the API server allows */
export function spend(cost: number): void {
  remaining -= cost;
  if (remaining < 0) {
    throw new CelError(`it costs more than ${LIMIT}, which the API server allows`);
  }
}

/** How large a value counts: characters, bytes, elements or entries; 1 for everything else. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') {
    return lengthOf(value);
  }
  if (typeof value !== 'object') {
    return 1;
  }
  if (Array.isArray(value) || value instanceof Uint8Array) {
    return value.length;
  }
  if (value instanceof Optional) {
    return value.present ? sizeOf(value.value) : 1;
  }
  return value instanceof CelMap || value instanceof Opaque ? value.size : isMapping(value) ? ownSize(value) ?? keysOf(value).length : 1;
}

/** How many entries an object counts that cannot tell them. */
export const SIZE = Symbol('size');

const ownSize = (value: object) => (value as { readonly [SIZE]?: number })[SIZE];

const SURROGATE = /[\udc00-\udfff]/;
const SURROGATES = /[\udc00-\udfff]/g;

/** The number of characters, which is fewer than that of UTF-16 units where a text has surrogates. Most have none, which is quick to see. */
export function lengthOf(text: string): number {
  return SURROGATE.test(text) ? text.length - text.match(SURROGATES)!.length : text.length;
}

export const one = () => 1;
export const traversal = (size: number, times = 1) => Math.ceil(size * times * TRAVERSAL);
export const ofFirst = (times: number) => ([value]: readonly unknown[]) => traversal(sizeOf(value), times);
export const patternCost = (text: unknown, size: number) => traversal(1 + sizeOf(text)) * Math.ceil(size * PATTERN);
export const ofPattern = ([text, pattern]: readonly unknown[]) => patternCost(text, sizeOf(pattern));

/** Of comparing two values for equality; a value of a library counts 1. */
export function equalityCost(left: unknown, right: unknown): number {
  return left instanceof Opaque ? 1 : traversal(Math.min(sizeOf(left), sizeOf(right)));
}

/** Of going through a value with all that it holds. */
export function wholeCost(value: unknown): number {
  if (typeof value === 'string') {
    return Math.floor(Buffer.byteLength(value) * TRAVERSAL);
  }
  if (value instanceof Uint8Array) {
    return Math.floor(value.length * TRAVERSAL);
  }
  if (Array.isArray(value)) {
    return value.reduce((total: number, item) => total + wholeCost(item), 0);
  }
  if (isMapping(value)) {
    return keysOf(value).reduce((total: number, key) => total + wholeCost(key) + wholeCost(field(value, key)), 0);
  }
  return 1;
}
