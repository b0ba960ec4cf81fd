import { LIST_COST, spend } from '../cost';
import { mismatch } from '../equality';
import { sortBy, sortCost } from '../functions/sorting';
import { checkBodies, each, Macro, MacroTable, planLoop } from '../macro';
import { list } from '../types';

/** Sorts a list by what is made of each element. */
const sorting: Macro = {
  names: 1,
  bodies: 1,
  since: 35,
  check: (checker, call) => {
    const { range, element, bodies } = checkBodies(checker, call, 1);
    checker.requireOrdered(bodies[0], call.args[1]);
    return range.kind === 'dyn' ? range : list(element);
  },
  plan: (planner, call) => {
    const loop = planLoop(planner, call, 1);
    const [key] = loop.bodies;
    const certain = planner.typeOf(call.args[1]).kind !== 'dyn';
    return frame => {
      const source = loop.source(frame);
      const elements: unknown[] = [];
      const keys: unknown[] = [];
      each({ ...loop, source: () => Array.isArray(source) ? source : mismatch('sortBy', source) }, frame, () => {
        elements.push(frame[loop.at[0]]);
        keys.push(key(frame));
        spend(LIST_COST + 2);
        return true;
      });
      spend(3 + (certain ? sortCost(keys) : 1));
      return sortBy(elements, keys);
    };
  },
};

export const SORT_MACROS: MacroTable = { sortBy: [sorting] };
