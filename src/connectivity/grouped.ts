/** Things by a key of theirs, in their order. */
export function grouped<Each, Key>(all: readonly Each[], keyOf: (each: Each) => Key): Map<Key, Each[]> {
  const groups = new Map<Key, Each[]>();
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
