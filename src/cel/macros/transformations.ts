import { bool } from '../condition';
import { LIST_COST, spend } from '../cost';
import { mismatch } from '../equality';
import { CelError } from '../error';
import { checkBodies, each, Loop, Macro, MacroTable, planLoop, requireBool } from '../macro';
import { Frame } from '../run';
import { Substitution } from '../substitution';
import { list, map, Type, write } from '../types';
import { CelMap, field, isMapping, keysOf } from '../values';

const TWO_NAMES = 33;

/** What the API server counts for adding to a list, and to a map. */
const APPEND = LIST_COST + 2;

/** A macro that makes something of each element, or of those for which a condition before it holds. */
function transformation(names: number, bodies: number, type: (body: Type, first: Type, macro: Parameters<Macro['check']>) => Type, start: () => unknown,
  add: (made: any, loop: Loop, frame: Frame, value: unknown) => void): Macro {
  return {
    names,
    bodies,
    ...names === 2 ? { since: TWO_NAMES } : {},
    check: (checker, call) => {
      const { first, bodies: checked } = checkBodies(checker, call, names);
      checked.slice(0, -1).forEach(condition => requireBool(checker, condition, call.args[names]));
      return type(checked[bodies - 1], first, [checker, call]);
    },
    plan: (planner, call) => {
      const loop = planLoop(planner, call, names);
      const condition = bodies === 2 ? loop.bodies[0] : undefined;
      const body = loop.bodies[bodies - 1];
      return frame => {
        const made = start();
        each(loop, frame, () => {
          if (condition === undefined || bool(condition(frame))) {
            add(made, loop, frame, body(frame));
          }
          return true;
        });
        spend(1);
        return made;
      };
    },
  };
}

function append(made: unknown[], { bodies }: Loop, _frame: Frame, value: unknown): void {
  spend(bodies[bodies.length - 1].constant === undefined ? APPEND : APPEND - LIST_COST);
  made.push(value);
}

function insert(made: CelMap, key: unknown, value: unknown): void {
  if (!made.add(key, value)) {
    throw new CelError('a key is there twice');
  }
}

function put(made: CelMap, { at: [key] }: Loop, frame: Frame, value: unknown): void {
  spend(3);
  insert(made, frame[key], value);
}

function putEntries(made: CelMap, _loop: Loop, _frame: Frame, value: unknown): void {
  spend(2);
  const entries = isMapping(value) ? value : mismatch('transformMapEntry', value);
  keysOf(entries).forEach(key => insert(made, key, field(entries, key)));
}

const entriesType = (body: Type, _first: Type, [checker, { args }]: Parameters<Macro['check']>): Type => {
  const entries = map(Substitution.fresh(), Substitution.fresh());
  return checker.substitution.assign(entries, body) ? entries : checker.fail(`a map is expected, not ${write(checker.substitution.apply(body))}`, args[args.length - 1]);
};
const lists = (names: number) => [1, 2].map(bodies => transformation(names, bodies, body => list(body), () => [], append));
const maps = (type: typeof entriesType, add: typeof put) => [1, 2].map(bodies => transformation(2, bodies, type, () => new CelMap(), add));

const filter: Macro = {
  names: 1,
  bodies: 1,
  check: (checker, call) => {
    const { element, bodies } = checkBodies(checker, call, 1);
    requireBool(checker, bodies[0], call.args[1]);
    return list(element);
  },
  plan: (planner, call) => {
    const loop = planLoop(planner, call, 1);
    const [condition] = loop.bodies;
    return frame => {
      const kept: unknown[] = [];
      each(loop, frame, () => {
        if (bool(condition(frame))) {
          spend(APPEND + 1);
          kept.push(frame[loop.at[0]]);
        }
        return true;
      });
      spend(1);
      return kept;
    };
  },
};

export const TRANSFORMATIONS: MacroTable = {
  map: lists(1),
  filter: [filter],
  transformList: lists(2),
  transformMap: maps((body, first) => map(first, body), put),
  transformMapEntry: maps(entriesType, putEntries),
};
