import { ofFirst } from '../cost';
import { CelError } from '../error';
import { FunctionTable, overload } from '../overload';
import { Quantity } from '../quantity';
import { Double } from '../values';

const since = 29;
const parsing = { since, cost: ofFirst(1) };

function asInteger(value: Quantity): bigint {
  const integer = value.integer();
  if (integer === undefined) {
    throw new CelError('the quantity cannot be converted to an integer');
  }
  return integer;
}

/** Amounts such as `500m` and `1Gi`. */
export const QUANTITIES: FunctionTable = {
  quantity: overload('(string) -> quantity', Quantity.parse, parsing),
  isQuantity: overload('(string) -> bool', Quantity.isQuantity, parsing),
  sign: overload('(quantity) -> int', (value: Quantity) => value.sign, { since }),
  isGreaterThan: overload('quantity.(quantity) -> bool', (a: Quantity, b: Quantity) => a.compare(b) > 0, { since }),
  isLessThan: overload('quantity.(quantity) -> bool', (a: Quantity, b: Quantity) => a.compare(b) < 0, { since }),
  compareTo: overload('quantity.(quantity) -> int', (a: Quantity, b: Quantity) => BigInt(a.compare(b)), { since }),
  isInteger: overload('quantity.() -> bool', (value: Quantity) => value.integer() !== undefined, { since }),
  asInteger: overload('quantity.() -> int', asInteger, { since }),
  asApproximateFloat: overload('quantity.() -> double', (value: Quantity) => new Double(value.approximate()), { since }),
  add: [
    ...overload('quantity.(quantity) -> quantity', (a: Quantity, b: Quantity) => a.add(b), { since }),
    ...overload('quantity.(int) -> quantity', (a: Quantity, b: bigint) => a.add(Quantity.of(b)), { since }),
  ],
  sub: [
    ...overload('quantity.(quantity) -> quantity', (a: Quantity, b: Quantity) => a.subtract(b), { since }),
    ...overload('quantity.(int) -> quantity', (a: Quantity, b: bigint) => a.subtract(Quantity.of(b)), { since }),
  ],
};
