/** Things by a key of theirs, in their order. */
export function grouped<Each>(all: readonly Each[], keyOf: (each: Each) => string): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const each of all) {
    const key = keyOf(each);
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, [each]);
    } else {
      known.push(each);
    }
  }
  return groups;
}
