import { spend } from './cost';
import { mismatch, same } from './equality';
import { fits, testsOf } from './guard';
import { Overload } from './overload';
import { constant, Run } from './run';
import { Optional, typeName } from './values';

/** Conversions of a literal are done once, when the expression is compiled, and so are their errors. */
const CONVERSIONS = new Set(['bool', 'bytes', 'double', 'duration', 'dyn', 'int', 'string', 'timestamp', 'type', 'uint']);

/** Calls a function, or applies an operator, in one of the ways that the check left. */
export function planCall(name: string, overloads: readonly Overload[], operands: readonly Run[]): Run {
  if (name === 'or' || name === 'orValue') {
    return firstPresent(name === 'orValue', operands[0], operands[1]);
  }
  const run = dispatch(name, overloads, operands);
  if (CONVERSIONS.has(name) && operands.length === 1 && operands[0].constant !== undefined) {
    return constant(run([]));
  }
  const isIn = name === 'in' && overloads.length === 1 && Array.isArray(operands[1].constant?.value);
  return isIn ? membership(operands[0], operands[1].constant!.value as unknown[]) ?? run : run;
}

/** A way to call something, ready to be called. */
interface Way extends Pick<Overload, 'call' | 'cost'> { readonly tests: ReturnType<typeof testsOf> }

function dispatch(name: string, overloads: readonly Overload[], operands: readonly Run[]): Run {
  if (overloads.length === 1) {
    return certain(name, { ...overloads[0], tests: testsOf(overloads[0]) }, operands);
  }
  return /^\w/.test(name)
    ? choosing(name, overloads.map(way => ({ call: way.call, cost: way.uncertainCost ?? way.cost, tests: testsOf(way) })), operands)
    : operator(overloads[0].call, operands);
}

/** The one way that is left; written out for one and two operands, which nearly all calls have. */
function certain(name: string, way: Way, operands: readonly Run[]): Run {
  const { call, cost, tests: [test, testToo] } = way;
  const [first, second] = operands;
  switch (operands.length) {
    case 1: return frame => {
      const value = first(frame);
      const result = test(value) ? call(value) : mismatch(name, value);
      spend(cost === undefined ? 1 : cost([value], result));
      return result;
    };
    case 2: return frame => {
      const left = first(frame);
      const right = second(frame);
      const result = test(left) && testToo(right) ? call(left, right) : mismatch(name, left, right);
      spend(cost === undefined ? 1 : cost([left, right], result));
      return result;
    };
    default: return choosing(name, [way], operands);
  }
}

/** The first way that takes the values. */
function choosing(name: string, ways: readonly Way[], operands: readonly Run[]): Run {
  return frame => {
    const values = operands.map(operand => operand(frame));
    for (const { tests, call, cost } of ways) {
      if (fits(tests, values)) {
        const result = call(...values);
        spend(cost === undefined ? 1 : cost(values, result));
        return result;
      }
    }
    return mismatch(name, ...values);
  };
}

/** An operator refuses what it does not take itself. */
function operator(call: Overload['call'], [first, second]: readonly Run[]): Run {
  return second === undefined ? frame => {
    const value = first(frame);
    spend(1);
    return call(value);
  } : frame => {
    const left = first(frame);
    const right = second(frame);
    spend(1);
    return call(left, right);
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
