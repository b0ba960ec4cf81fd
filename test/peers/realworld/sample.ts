/** The seed of the sample that people reviewed: with another one they would have reviewed others. */
export const SEED = 20261124;

/** Numbers from 0 to below 1, the same ones for a seed: a linear congruential generator (Numerical Recipes). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed % 2 ** 32; ;) {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

/** At least so many rows, spread over groups: one of each in turn, those of a group in an order that the seed gives. */
export function spread<T>(rows: readonly T[], groupOf: (row: T) => string, atLeast: number, seed = SEED): T[] {
  const random = numbers(seed);
  const groups = new Map<string, { row: T; order: number }[]>();
  rows.forEach(row => groups.set(groupOf(row), [...groups.get(groupOf(row)) ?? [], { row, order: random.next().value }]));
  const ordered = [...groups.keys()].sort().map(group => groups.get(group)!.sort((a, b) => a.order - b.order).map(({ row }) => row));
  const taken: T[] = [];
  for (let round = 0; taken.length < Math.min(atLeast, rows.length); round++) {
    taken.push(...ordered.flatMap(those => those.slice(round, round + 1)));
  }
  return taken;
}
