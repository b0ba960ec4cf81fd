/** A value of JSON as CEL writes it. The API server allows no list or map of mixed types: there each value becomes `dyn`. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${uniform(value).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const values = uniform(Object.values(value));
    return `{${Object.keys(value).map((key, index) => `${JSON.stringify(key)}: ${values[index]}`).join(', ')}}`;
  }
  return JSON.stringify(value ?? null);
}

function uniform(values: readonly unknown[]): string[] {
  const kinds = new Set(values.map(value => Array.isArray(value) || value === null || typeof value === 'object' ? Symbol('other') : kindOf(value)));
  return values.map(value => kinds.size > 1 ? `dyn(${literal(value)})` : literal(value));
}

function kindOf(value: unknown): string {
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}
