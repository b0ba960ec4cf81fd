import { Ast, OptionalEntry } from './ast';
import { LIST_COST, MAP_COST, spend } from './cost';
import { mismatch } from './equality';
import { constant, Frame, Run } from './run';
import { CelMap, Optional } from './values';

/** Makes a list of its items. One whose items are known is made once. */
export function planList(items: ReadonlyArray<Ast | OptionalEntry>, plan: (item: Ast) => Run): Run {
  const entries = items.map(item => entry(item, plan));
  if (entries.every(({ run, optional }) => !optional && run.constant !== undefined)) {
    return constant(entries.map(({ run }) => run.constant!.value));
  }
  return frame => {
    spend(LIST_COST);
    const made: unknown[] = [];
    for (const { run, optional } of entries) {
      const value = optional ? present(run(frame)) : run(frame);
      if (value !== undefined) {
        made.push(value);
      }
    }
    return made;
  };
}

/** Makes a map of its entries. One whose entries are known is made once. */
export function planMap(entries: ReadonlyArray<readonly [Ast | OptionalEntry, Ast]>, plan: (item: Ast) => Run): Run {
  const planned = entries.map(([key, value]) => ({ ...entry(key, plan), value: plan(value) }));
  const make = (frame: Frame) => {
    const made = new CelMap();
    for (const { run, optional, value } of planned) {
      const name = run(frame);
      const content = optional ? present(value(frame)) : value(frame);
      if (content !== undefined) {
        made.add(name, content);
      }
    }
    return made;
  };
  const known = planned.every(({ run, optional, value }) => !optional && run.constant !== undefined && value.constant !== undefined);
  return known ? constant(make([])) : frame => {
    spend(MAP_COST);
    return make(frame);
  };
}

function entry(item: Ast | OptionalEntry, plan: (item: Ast) => Run): { readonly run: Run; readonly optional: boolean } {
  return item.op === '?' ? { run: plan(item.args), optional: true } : { run: plan(item), optional: false };
}

/** What an optional entry adds, if anything. */
function present(value: unknown): unknown {
  return value instanceof Optional ? value.value : mismatch('an optional entry', value);
}
