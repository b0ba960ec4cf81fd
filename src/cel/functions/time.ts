import { mismatch } from '../equality';
import { CelError } from '../error';
import { FunctionTable, overload, Overload } from '../overload';
import { Duration, Timestamp } from '../time';

const OFFSET = /^([+-]?)(\d{1,2}):(\d{1,2})$/;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const zones = new Map<string, Intl.DateTimeFormat>();

/** The local date and time of a zone, as if it were one of UTC. */
function local(time: Timestamp, zone: string): Date {
  const date = new Date(time.milliseconds);
  if (zone === 'UTC' || zone === '') {
    return date;
  }
  const offset = OFFSET.exec(zone);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3]);
    return new Date(date.getTime() + (offset[1] === '-' ? -minutes : minutes) * MINUTE);
  }
  const parts = new Map(formatOf(zone).formatToParts(date).map(({ type, value }) => [type, value]));
  const [year, month, day, hour, minute, second] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map(type => Number(parts.get(type as 'year')));
  const result = new Date(0);
  result.setUTCFullYear(year, month - 1, day);
  result.setUTCHours(hour, minute, second, date.getUTCMilliseconds());
  return result;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let known = zones.get(zone);
  if (known === undefined) {
    try {
      known = new Intl.DateTimeFormat('en-US', {
        timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
      });
    } catch {
      throw new CelError(`unknown time zone ${zone}`);
    }
    zones.set(zone, known);
  }
  return known;
}

/** A part of a date, in UTC or in a zone. */
function part(of: (date: Date) => number): readonly Overload[] {
  const call = (time: Timestamp, zone = 'UTC') => BigInt(of(local(time, zone)));
  return [...overload('timestamp.() -> int', call), ...overload('timestamp.(string) -> int', call)];
}

const whole = (nanoseconds: bigint) => overload('duration.() -> int', (duration: Duration) => duration.nanoseconds / nanoseconds);
const dayOfYear = (date: Date) => Math.floor((date.getTime() - new Date(date).setUTCMonth(0, 1)) / DAY);

/** Of points and lengths of time. */
export const TIMES: FunctionTable = {
  timestamp: [
    ...overload('(timestamp) -> timestamp', (value: Timestamp) => value),
    ...overload('(int) -> timestamp', Timestamp.ofSeconds),
    ...overload('(string) -> timestamp', Timestamp.parse),
  ],
  duration: [
    ...overload('(duration) -> duration', (value: Duration) => value),
    // Declared, and yet refused, by the API server.
    ...overload('(int) -> duration', (value: bigint) => mismatch('duration()', value)),
    ...overload('(string) -> duration', Duration.parse),
  ],
  getFullYear: part(date => date.getUTCFullYear()),
  getMonth: part(date => date.getUTCMonth()),
  getDayOfYear: part(dayOfYear),
  getDayOfMonth: part(date => date.getUTCDate() - 1),
  getDate: part(date => date.getUTCDate()),
  getDayOfWeek: part(date => date.getUTCDay()),
  getHours: [...part(date => date.getUTCHours()), ...whole(3_600_000_000_000n)],
  getMinutes: [...part(date => date.getUTCMinutes()), ...whole(60_000_000_000n)],
  getSeconds: [...part(date => date.getUTCSeconds()), ...whole(1_000_000_000n)],
  getMilliseconds: [...part(date => date.getUTCMilliseconds()), ...whole(1_000_000n)],
};
