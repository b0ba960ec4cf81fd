import { sizeOf } from '../cost';
import { same } from '../equality';
import { FunctionTable, overload } from '../overload';
import { fromData } from '../values';

type List = readonly unknown[];

const has = (values: List, wanted: unknown) => values.some(value => same(fromData(value), fromData(wanted)));
const contains = (values: List, wanted: List) => wanted.every(each => has(values, each));
const each = (factor: number) => ({ since: 30, cost: ([a, b]: List) => 1 + sizeOf(a) * sizeOf(b) * factor });

/** Of lists as sets: order and repetition do not matter. */
export const SETS: FunctionTable = {
  'sets.contains': overload('(list(T), list(T)) -> bool', contains, each(1)),
  'sets.equivalent': overload('(list(T), list(T)) -> bool', (a: List, b: List) => contains(a, b) && contains(b, a), each(2)),
  'sets.intersects': overload('(list(T), list(T)) -> bool', (a: List, b: List) => a.some(value => has(b, value)), each(1)),
};
