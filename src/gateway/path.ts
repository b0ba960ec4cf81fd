/** What the Gateway API takes as the prefix of a path, without what is read differently by different programs. */
const PREFIX = /^(\/[A-Za-z0-9\-._~!$&'()+,;=:@]+)+$/;
const LONGEST = 1024;

/** Every path. */
export const ROOT = '/';

/**
 * Refuses what is no prefix of a path: whole parts between slashes, plainly written.
 *
 * @throws if it is anything else
 */
export function checkedPath(path: string, prefix: string): string {
  if (prefix !== ROOT && (!PREFIX.test(prefix) || prefix.length > LONGEST || prefix.split('/').some(part => part === '.' || part === '..'))) {
    throw new Error(`${path}: "${prefix}" is not the beginning of a path: give one such as / or /api/v1, without a slash at the end, "..", "%" or "*"`);
  }
  return prefix;
}

/** Whether every path that begins with the other begins with this one, part by part: `/api` is before `/api/v1`, and not before `/apis`. */
export function isBefore(prefix: string, other: string): boolean {
  return prefix === ROOT || prefix === other || other.startsWith(`${prefix}/`);
}

/** A prefix as Istio matches it. */
export function patternsOf(prefix: string): string[] {
  return prefix === ROOT ? ['/*'] : [prefix, `${prefix}/*`];
}
