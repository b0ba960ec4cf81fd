import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { Quantity } from '../model/quantity';

/** A typed value as a quantity of a manifest. */
export function quantityOf(value: Cpu | Size | number): Quantity {
  return typeof value === 'number' ? Quantity.of(value) : value instanceof Size ? Quantity.parse(`${value.toKibibytes()}Ki`) : Quantity.parse(value.amount);
}
