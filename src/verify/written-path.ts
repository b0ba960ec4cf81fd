/** A path to a field as a person reads it: `spec.containers[0].env`. */
export function writtenPath(path: readonly (string | number)[]): string {
  return path.map((key, index) => typeof key === 'number' ? `[${key}]` : /^[\w-]+$/.test(key) ? `${index === 0 ? '' : '.'}${key}` : `["${key}"]`).join('');
}
