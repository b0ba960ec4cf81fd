/** The known name that a mistyped one most likely means, or nothing where none is near: at most a third of its letters differ. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const [best] = known.map(candidate => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance: far }) => far <= Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3)))
    .sort((one, other) => one.distance - other.distance);
  return best?.candidate;
}

/** How many letters must be put in, taken out, replaced or exchanged with their neighbour to get from one text to the other. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let index = 1; index <= from.length; index++) {
    const next = [index];
    for (let column = 1; column <= to.length; column++) {
      const replaced = row[column - 1] + (to[column - 1] === from[index - 1] ? 0 : 1);
      const swapped = index > 1 && column > 1 && from[index - 1] === to[column - 2] && from[index - 2] === to[column - 1];
      const exchanged = swapped ? before[column - 2] + 1 : Infinity;
      next[column] = Math.min(next[column - 1] + 1, row[column] + 1, replaced, exchanged);
    }
    [before, row] = [row, next];
  }
  return row[to.length];
}
