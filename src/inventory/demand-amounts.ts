import { JsonObject } from './manifest';
import { Quantity } from '../model/quantity';

/** The resources of containers that a quota counts. */
export const COUNTED = ['cpu', 'memory', 'ephemeral-storage'] as const;
export type Counted = typeof COUNTED[number];

/** So much of each resource. What is not there is none. */
export type Amounts = { readonly [resource in Counted]?: Quantity };

/** What requests and limits come to: of a container, a pod or a whole namespace. */
export interface Usage {
  readonly requests: Amounts;
  readonly limits: Amounts;
}

export const NO_USAGE: Usage = { requests: {}, limits: {} };

/** Reads the resources that a quota counts. */
export function amountsOf(written: JsonObject | undefined): Amounts {
  return fromEach(resource => {
    const quantity = written?.[resource];
    return quantity === undefined || quantity === null ? undefined : Quantity.parse(quantity);
  });
}

/** The sum of two amounts, resource by resource. */
export function plus(left: Amounts, right: Amounts): Amounts {
  return combined(left, right, (a, b) => a.plus(b));
}

/** The greater of two amounts, resource by resource. */
export function greatest(left: Amounts, right: Amounts): Amounts {
  return combined(left, right, (a, b) => a.max(b));
}

/** So many times the amounts. */
export function times(amounts: Amounts, count: number): Amounts {
  return fromEach(resource => amounts[resource]?.times(count));
}

/** Does the same to requests and limits. */
export function both(act: (side: keyof Usage) => Amounts): Usage {
  return { requests: act('requests'), limits: act('limits') };
}

/** Amounts from what each resource comes to; nothing is none. */
export function fromEach(amount: (resource: Counted) => Quantity | undefined): Amounts {
  const result: { [resource in Counted]?: Quantity } = {};
  for (const resource of COUNTED) {
    const value = amount(resource);
    if (value !== undefined) {
      result[resource] = value;
    }
  }
  return result;
}

function combined(left: Amounts, right: Amounts, combine: (left: Quantity, right: Quantity) => Quantity): Amounts {
  return fromEach(resource => {
    const [a, b] = [left[resource], right[resource]];
    return a === undefined ? b : b === undefined ? a : combine(a, b);
  });
}
