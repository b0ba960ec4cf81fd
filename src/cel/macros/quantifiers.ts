import { bool } from '../condition';
import { spend } from '../cost';
import { checkBodies, each, Macro, MacroTable, planLoop, requireBool } from '../macro';
import { BOOL } from '../types';

const TWO_NAMES = 33;

type Part = Pick<Macro, 'check' | 'plan'>;

const checkCondition = (names: number): Macro['check'] => (checker, call) => {
  requireBool(checker, checkBodies(checker, call, names).bodies[0], call.args[names]);
  return BOOL;
};

/** all and exists: an element that decides outweighs errors of the others. What a step costs is what the API server's own expansion does. */
const quantifier = (names: number, decisive: boolean): Part => ({
  check: checkCondition(names),
  plan: (planner, call) => {
    const loop = planLoop(planner, call, names);
    const [predicate] = loop.bodies;
    const stepCost = decisive ? 4 : 3;
    return frame => {
      let decided = false;
      let error: unknown;
      each(loop, frame, () => {
        spend(stepCost);
        try {
          decided = bool(predicate(frame)) === decisive;
        } catch (thrown) {
          error = thrown;
        }
        return !decided;
      }, stepCost - 1);
      spend(1);
      if (!decided && error !== undefined) {
        throw error;
      }
      return decided === decisive;
    };
  },
});

const existsOne = (names: number): Part => ({
  check: checkCondition(names),
  plan: (planner, call) => {
    const loop = planLoop(planner, call, names);
    const [predicate] = loop.bodies;
    return frame => {
      let count = 0;
      each(loop, frame, () => {
        if (bool(predicate(frame))) {
          count++;
          spend(2);
        }
        return true;
      });
      spend(2);
      return count === 1;
    };
  },
});

const both = (one: (names: number) => Part): Macro[] => [{ names: 1, bodies: 1, ...one(1) }, { names: 2, bodies: 1, since: TWO_NAMES, ...one(2) }];

export const QUANTIFIERS: MacroTable = {
  all: both(names => quantifier(names, false)),
  exists: both(names => quantifier(names, true)),
  exists_one: both(existsOne),
  existsOne: both(existsOne).slice(1),
};
