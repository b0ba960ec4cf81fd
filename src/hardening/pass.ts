/** What was rendered in the pass that runs, by what it was rendered from. */
let kept: Map<object, unknown> | undefined;

/** Runs something in which nothing changes: what is asked for with `onceAPass` is made once. A pass within a pass is part of it. */
export function inOnePass<T>(act: () => T): T {
  if (kept !== undefined) {
    return act();
  }
  kept = new Map();
  try {
    return act();
  } finally {
    kept = undefined;
  }
}

/** What belongs to the key, made once a pass. Outside of a pass it is made each time. */
export function onceAPass<T>(key: object, make: () => T): T {
  if (kept === undefined) {
    return make();
  }
  if (!kept.has(key)) {
    kept.set(key, make());
  }
  return kept.get(key) as T;
}

/** Whether renderings are kept now. */
export function isInPass(): boolean {
  return kept !== undefined;
}
