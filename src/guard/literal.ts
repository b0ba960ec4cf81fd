/** A value of JSON as CEL writes it. The API server allows no list or map of mixed types: there each value becomes `dyn`. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${uniform(value).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const values = uniform(Object.values(value));
    return `{${Object.keys(value).map((key, index) => `${JSON.stringify(key)}: ${values[index]}`).join(', ')}}`;
  }
  return typeof value === 'number' && !Number.isSafeInteger(value) ? double(value) : JSON.stringify(value ?? null);
}

function uniform(values: readonly unknown[]): string[] {
  const kinds = new Set(values.map(value => Array.isArray(value) || value === null || typeof value === 'object' ? Symbol('other') : kindOf(value)));
  return values.map(value => kinds.size > 1 ? `dyn(${literal(value)})` : literal(value));
}

function kindOf(value: unknown): string {
  return Number.isSafeInteger(value) ? 'integer' : typeof value;
}

/** A number as CEL knows it from an integer: with a point or an exponent. */
function double(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}
