/** Refuses what is not a number of things. */
export function checkedCount(what: string, count: number | undefined): void {
  if (count !== undefined && !(Number.isSafeInteger(count) && count >= 0)) {
    throw new Error(`${what} ${count} is not a count: give a whole number from 0`);
  }
}
