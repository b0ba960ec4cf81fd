import { spend } from './cost';
import { mismatch, same } from './equality';
import { fitting, ofCount } from './guard';
import { Overload } from './overload';
import { constant, Frame, Run } from './run';
import { Optional, typeName } from './values';

/** Conversions of a literal are done once, when the expression is compiled, and so are their errors. */
const CONVERSIONS = new Set(['bool', 'bytes', 'double', 'duration', 'dyn', 'int', 'string', 'timestamp', 'type', 'uint']);

/** Calls a function, or applies an operator, in one of the ways that the check left. */
export function planCall(name: string, overloads: readonly Overload[], operands: readonly Run[]): Run {
  if (name === 'or' || name === 'orValue') {
    return firstPresent(name === 'orValue', operands[0], operands[1]);
  }
  const run = dispatch(name, overloads);
  if (CONVERSIONS.has(name) && operands.length === 1 && operands[0].constant !== undefined) {
    return constant(run([operands[0].constant.value]));
  }
  if (name === 'in' && overloads.length === 1 && Array.isArray(operands[1].constant?.value)) {
    return membership(operands[0], operands[1].constant.value) ?? evaluating(run, operands);
  }
  return evaluating(run, operands);
}

/** Evaluates the operands; written out for one and two, which nearly all calls have. */
function evaluating(run: (values: unknown[]) => unknown, operands: readonly Run[]): Run {
  const [first, second] = operands;
  switch (operands.length) {
    case 1: return (frame: Frame) => run([first(frame)]);
    case 2: return (frame: Frame) => run([first(frame), second(frame)]);
    default: return (frame: Frame) => run(operands.map(operand => operand(frame)));
  }
}

function dispatch(name: string, overloads: readonly Overload[]): (values: unknown[]) => unknown {
  const certain = overloads.length === 1;
  const [{ call, cost }] = overloads;
  if (!certain && !/^\w/.test(name)) {
    // An operator refuses what it does not take itself.
    return ([left, right]) => {
      spend(1);
      return call(left, right);
    };
  }
  const fits = overloads.map(({ signature, unguarded }) => unguarded === true ? ofCount(signature) : fitting(signature));
  if (certain) {
    return values => {
      if (!fits[0](values)) {
        return mismatch(name, ...values);
      }
      const result = values.length === 2 ? call(values[0], values[1]) : call(...values);
      spend(cost === undefined ? 1 : cost(values, result));
      return result;
    };
  }
  return values => {
    const chosen = overloads[fits.findIndex(fit => fit(values))] ?? mismatch(name, ...values);
    const result = chosen.call(...values);
    const price = chosen.uncertainCost ?? chosen.cost;
    spend(price === undefined ? 1 : price(values, result));
    return result;
  };
}

/** In a list of literals: nothing is counted, as in the API server, and texts are found at once. */
function membership(item: Run, values: readonly unknown[]): Run | undefined {
  if (values.length === 0) {
    return constant(false);
  }
  const known = ['string', 'bool', 'int', 'uint', 'double'];
  if (!values.every(value => known.includes(typeName(value)))) {
    return undefined;
  }
  const texts = values.every(value => typeof value === 'string') ? new Set(values) : undefined;
  return texts !== undefined ? frame => texts.has(item(frame) as string) : frame => {
    const wanted = item(frame);
    return values.some(value => same(value, wanted));
  };
}

/** The alternative is evaluated only where the value is absent. */
function firstPresent(unwrap: boolean, value: Run, alternative: Run): Run {
  return frame => {
    const first = value(frame);
    return !(first instanceof Optional) ? first : !first.present ? alternative(frame) : unwrap ? first.value : first;
  };
}
