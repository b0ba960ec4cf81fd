/**
 * A place in an order that can always be refined: between any two places there is room for another, as between the headings 1 and 2 of a book.
 * Teams put values of their own between ours without anybody renumbering, and without a list that all programs share.
 */
export type Rank = readonly number[];

/** Something that has a place in an order. */
export interface Ranked {
  readonly _rank: Rank;
}

/** Where a new value goes: just after or just before a known one. */
export interface Beside {
  readonly after?: Ranked;
  readonly before?: Ranked;
}

/** Compares two ranks: negative if the first is lower, 0 if they are the same, else positive. */
export function compareRanks(first: Rank, second: Rank): number {
  for (let index = 0; index < Math.max(first.length, second.length); index++) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/**
 * The rank of a new value: between the known value it stands after (or before) and that value's neighbour.
 *
 * @param what what the new value is, for the error
 * @throws if not exactly one of after and before is given
 */
export function rankBeside(what: string, { after, before }: Beside): Rank {
  if (after !== undefined && before === undefined) {
    return [...after._rank, 1];
  }
  if (before !== undefined && after === undefined) {
    return [...before._rank, -1];
  }
  throw new Error(`${what} needs a place in the order: give either "after" or "before"`);
}
