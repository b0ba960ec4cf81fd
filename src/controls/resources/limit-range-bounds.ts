import { Written } from './limit-ranges';
import { JsonObject } from '../../inventory/manifest';
import { Quantity } from '../../model/quantity';

/** What a row of a LimitRange has against something of its type, by the field that it has it against. */
export interface Excess { readonly field: 'requests' | 'limits'; readonly resource: string; readonly message: string }

/** Judges requests and limits as the API server's LimitRanger does. A minimum wants a request, a maximum a limit, and a ratio both. */
export function* excesses({ min = {}, max = {}, maxLimitRequestRatio = {} }: JsonObject, requests: Written, limits: Written): Generator<Excess> {
  const amount = (written: unknown) => written === undefined ? undefined : Quantity.parse(written);
  for (const [resource, bound] of Object.entries(min)) {
    const [request, limit, least] = [amount(requests[resource]), amount(limits[resource]), Quantity.parse(bound)];
    if (request === undefined || request.compareWith(least) < 0) {
      yield { field: 'requests', resource, message: `it requests ${request ?? 'no'} ${resource}, and its LimitRange wants ${bound} at least` };
    } else if (limit !== undefined && limit.compareWith(least) < 0) {
      yield { field: 'limits', resource, message: `it may use ${limit} ${resource}, and its LimitRange wants ${bound} at least` };
    }
  }
  for (const [resource, bound] of Object.entries(max)) {
    const [request, limit, most] = [amount(requests[resource]), amount(limits[resource]), Quantity.parse(bound)];
    if (limit === undefined || limit.compareWith(most) > 0) {
      yield { field: 'limits', resource, message: `it may use ${limit ?? 'any amount of'} ${resource}, and its LimitRange allows ${bound}` };
    } else if (request !== undefined && request.compareWith(most) > 0) {
      yield { field: 'requests', resource, message: `it requests ${request} ${resource}, and its LimitRange allows ${bound}` };
    }
  }
  for (const [resource, bound] of Object.entries(maxLimitRequestRatio)) {
    const [request, limit, most] = [amount(requests[resource]), amount(limits[resource]), Quantity.parse(bound)];
    // Quantities are whole billionths, so the ratio is compared without dividing.
    if (request === undefined || limit === undefined || request.nano === 0n || limit.nano * Quantity.of(1).nano > most.nano * request.nano) {
      yield { field: 'limits', resource, message: `it may use ${limit ?? 'any amount of'} ${resource} and requests ${request ?? 'none'}: its LimitRange allows ${bound} times as much` };
    }
  }
}
