import { Duration } from 'cdk8s';

/** What is wrong with a whole number between two bounds, or nothing. */
export function wholeFault(what: string, value: number | undefined, least: number, most = Number.MAX_SAFE_INTEGER): string[] {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) {
    return [];
  }
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  return [`${what} ${value} is not allowed: give a whole number ${range}`];
}

/** What is wrong with a port, or nothing. */
export function portFault(what: string, port: number | undefined): string[] {
  return wholeFault(what, port, 1, 65535);
}

/** What is wrong with a duration: Kubernetes counts whole seconds. */
export function secondsFault(what: string, duration: Duration | undefined, least = 0): string[] {
  if (duration === undefined) {
    return [];
  }
  const seconds = duration.toMilliseconds({ integral: false }) / 1000;
  return Number.isInteger(seconds) && seconds >= least ? []
    : [`${what} of ${seconds} seconds is not allowed: give whole seconds${least === 0 ? '' : `, at least ${least}`}`];
}
