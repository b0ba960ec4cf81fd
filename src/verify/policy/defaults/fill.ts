/** What is filled in where it is absent: a path below what the table is about, and the value, or how it follows from what holds the field. */
export type Default = readonly [path: string, value: unknown];

type Open = { [field: string]: any };

/** What a path of a table leads to: `[]` is each element of a list, `*` each value of a mapping, `{a,b}` one or the other. */
function places(root: unknown, steps: readonly string[]): unknown[] {
  let found: unknown[] = [root];
  for (const step of steps) {
    found = found.flatMap(value => isObject(value) ? step === '*' ? Object.values(value) : below(value, step) : []);
  }
  return found;
}

function below(value: Open, step: string): unknown[] {
  const [, field, each] = /^(.*?)(\[\])?$/.exec(step)!;
  const next = value[field];
  return each === undefined ? [next] : Array.isArray(next) ? next : [];
}

/** A table as it is used: every alternative written out, and split into steps. */
export interface Filling { readonly parents: readonly string[]; readonly field: string; readonly value: unknown }

export function filling(defaults: readonly Default[], prefix = ''): Filling[] {
  return defaults.flatMap(([path, value]) => alternatives(prefix === '' ? path : `${prefix}.${path}`).map(written => {
    const parents = written.split('.');
    return { field: parents.pop()!, parents, value };
  }));
}

function alternatives(path: string): string[] {
  const found = /\{([^}]*)\}/.exec(path);
  return found === null ? [path] : found[1].split(',').flatMap(each => alternatives(path.replace(found[0], each)));
}

/** Fills in what is absent. The object is changed. */
export function fill(root: Open, table: readonly Filling[]): void {
  for (const { parents, field, value } of table) {
    for (const place of places(root, parents)) {
      if (isObject(place) && place[field] === undefined) {
        const made = typeof value === 'function' ? value(place, root) : structuredClone(value);
        if (made !== undefined) {
          place[field] = made;
        }
      }
    }
  }
}

/** Changes what is there, at each of these paths, or takes it away where nothing comes out. The object is changed. */
export function rewrite(root: Open, paths: readonly string[], change: (value: unknown) => unknown): void {
  for (const path of paths.flatMap(alternatives)) {
    const steps = path.split('.');
    const field = steps.pop()!;
    for (const place of places(root, steps)) {
      if (isObject(place)) {
        (field === '*' ? Object.keys(place) : [field]).filter(key => place[key] !== undefined).forEach(key => put(place, key, change(place[key])));
      }
    }
  }
}

function put(place: Open, key: string, value: unknown): void {
  if (value === undefined) {
    delete place[key];
  } else {
    place[key] = value;
  }
}

function isObject(value: unknown): value is Open {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
