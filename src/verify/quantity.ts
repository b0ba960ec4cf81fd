import { Quantity } from '../model/quantity';

/** A quantity as the API server writes it: `0.5` becomes `500m`, `1024Mi` becomes `1Gi`. What is not a quantity is returned as it is. */
export function canonicalQuantity(quantity: unknown): unknown {
  return Quantity.tryParse(quantity)?.toString() ?? quantity;
}
