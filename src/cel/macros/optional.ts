import { spend, spent } from '../cost';
import { mismatch } from '../equality';
import { idsOf, Macro, MacroTable, planLoop } from '../macro';
import { Substitution } from '../substitution';
import { optional, write } from '../types';
import { Optional } from '../values';

const SINCE = 29;

/** optMap and optFlatMap: what becomes of a value that is there. */
const mapping = (flat: boolean): Macro => ({
  names: 1,
  bodies: 1,
  since: SINCE,
  check: (checker, { receiver, args, scope }) => {
    const [id] = idsOf(args, 1, (message, ast) => checker.fail(message, ast));
    const value = Substitution.fresh();
    const owner = checker.visit(receiver, scope);
    if (!checker.substitution.assign(optional(value), owner)) {
      checker.fail(`an optional value is expected, not ${write(checker.substitution.apply(owner))}`, receiver);
    }
    const body = checker.visit(args[1], new Map([...scope, [id, value]]));
    if (!flat) {
      return optional(body);
    }
    const result = optional(Substitution.fresh());
    return checker.substitution.apply(body).kind === 'dyn' ? body : checker.substitution.assign(result, body) ? result : checker.fail(`an optional value is expected, not ${write(checker.substitution.apply(body))}`, args[1]);
  },
  plan: (planner, call) => {
    const { source, bodies: [body], at: [place] } = planLoop(planner, call, 1);
    return frame => {
      const before = spent();
      const value = source(frame);
      const optionalValue = value instanceof Optional ? value : mismatch('optMap', value);
      if (!optionalValue.present) {
        spend(2);
        return value;
      }
      // The API server evaluates the value twice: once whether it is there, once for what it is.
      spend(spent() - before + (flat ? 2 : 3));
      frame[place] = optionalValue.value;
      const result = body(frame);
      return flat ? result : Optional.of(result);
    };
  },
});

export const OPTIONAL_MACROS: MacroTable = { optMap: [mapping(false)], optFlatMap: [mapping(true)] };
