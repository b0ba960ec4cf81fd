import { bool } from '../condition';
import { spend } from '../cost';
import { checkBodies, each, Macro, MacroTable, planLoop, requireBool } from '../macro';
import { Frame } from '../run';
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
    // The last error is kept beside the values, and the step is one function for all evaluations: nothing is made to ask a condition.
    const failed = planner.place();
    const step = (frame: Frame) => {
      spend(stepCost);
      try {
        return bool(predicate(frame)) !== decisive;
      } catch (error) {
        frame[failed] = error;
        return true;
      }
    };
    return frame => {
      frame[failed] = undefined;
      const decided = each(loop, frame, step, stepCost - 1);
      spend(1);
      if (!decided && frame[failed] !== undefined) {
        throw frame[failed];
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
