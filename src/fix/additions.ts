type Path = readonly (string | number)[];

/** Fields that a mapping lacks. */
export interface Addition {
  /** Where the mapping stands; it may be written as null. */
  readonly path: Path;
  readonly fields: { readonly [name: string]: unknown };
}

/** What a value must be given to become another one that has more, and nothing else. */
export function additionsOf(before: unknown, after: unknown, path: Path = []): Addition[] {
  if (Array.isArray(after)) {
    return after.flatMap((item, index) => additionsOf((before as unknown[])[index], item, [...path, index]));
  }
  if (!isMapping(after)) {
    return [];
  }
  const known = isMapping(before) ? before : {};
  const isMissing = (name: string, value: unknown) => known[name] === undefined || (known[name] === null && !isMapping(value) && value !== null);
  const fields = Object.entries(after);
  const missing = fields.filter(([name, value]) => isMissing(name, value));
  return [
    ...missing.length === 0 ? [] : [{ path, fields: Object.fromEntries(missing) }],
    ...fields.filter(([name, value]) => !isMissing(name, value)).flatMap(([name, value]) => additionsOf(known[name], value, [...path, name])),
  ];
}

function isMapping(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
