import { LIST_COST } from '../cost';
import { compare, requireOrdered, same } from '../equality';
import { CelError } from '../error';
import { fromData, typeName } from '../values';

/** Elements in the order of their keys, which are of one type. */
export function sortBy(elements: readonly unknown[], keys: readonly unknown[]): unknown[] {
  requireOrdered(keys);
  const known = keys.map(fromData);
  if (known.some(key => typeName(key) !== typeName(known[0]))) {
    throw new CelError('list elements must have the same type');
  }
  return known.map((_, index) => index).sort((a, b) => compare(known[a], known[b])).map(index => fromData(elements[index]));
}

/** The first of each that are equal. */
export function distinct(values: readonly unknown[]): unknown[] {
  return values.map(fromData).filter((value, index, all) => all.findIndex(other => same(other, value)) === index);
}

/** As if each were compared with all. */
export function sortCost(keys: readonly unknown[]): number {
  const isText = keys.length > 0 && ['string', 'bytes'].includes(typeName(fromData(keys[0])));
  return Math.floor(keys.length * keys.length * (isText ? 2.1 : 2)) + 1 + LIST_COST;
}
