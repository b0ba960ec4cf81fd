import { CelError } from './error';
import { plainDigits } from './functions/double-text';
import { INT_MAX, INT_MIN } from './integers';
import { Comparable } from './values';

const SECOND = 1_000_000_000n;
const UNITS: { readonly [unit: string]: bigint } = {
  ns: 1n, us: 1000n, µs: 1000n, μs: 1000n, ms: 1_000_000n, s: SECOND, m: 60n * SECOND, h: 3600n * SECOND,
};
const PIECE = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;
const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** From year 1 to year 9999. */
const FIRST = -62135596800n * SECOND;
const LAST = 253402300800n * SECOND - 1n;

function refuse(text: string, what: string): never {
  throw new CelError(`"${text}" is not a ${what}`);
}

/** A length of time, in 64 bits of nanoseconds. */
export class Duration extends Comparable {
  /** @throws CelError unless it is as Go writes durations, such as `1h30m` */
  public static parse(text: string): Duration {
    const [, sign, rest] = /^([+-]?)(.*)$/s.exec(text)!;
    let nanoseconds = 0n;
    let at = 0;
    while (at < rest.length && rest !== '0') {
      PIECE.lastIndex = at;
      const piece = PIECE.exec(rest);
      if (piece === null || piece[1] + (piece[2] ?? '') === '') {
        return refuse(text, 'duration');
      }
      const [all, whole, fraction = '', unit] = piece;
      nanoseconds += BigInt(whole || '0') * UNITS[unit] + BigInt(fraction || '0') * UNITS[unit] / 10n ** BigInt(fraction.length);
      at += all.length;
    }
    return rest === '' ? refuse(text, 'duration') : new Duration(sign === '-' ? -nanoseconds : nanoseconds);
  }

  public readonly type = 'google.protobuf.Duration';

  /** @throws CelError where it leaves 64 bits */
  public constructor(public readonly nanoseconds: bigint) {
    super();
    if (nanoseconds < INT_MIN || nanoseconds > INT_MAX) {
      throw new CelError('duration out of range');
    }
  }

  public get isZero(): boolean {
    return this.nanoseconds === 0n;
  }

  public compare(other: this): number {
    return this.nanoseconds < other.nanoseconds ? -1 : this.nanoseconds > other.nanoseconds ? 1 : 0;
  }

  public plus(other: unknown): unknown {
    return other instanceof Duration ? new Duration(this.nanoseconds + other.nanoseconds) : other instanceof Timestamp ? other.plus(this) : undefined;
  }

  public negated(): Duration {
    return new Duration(-this.nanoseconds);
  }

  public minus(other: unknown): unknown {
    return other instanceof Duration ? new Duration(this.nanoseconds - other.nanoseconds) : undefined;
  }

  public toInt(): bigint {
    return this.nanoseconds;
  }

  /** In seconds. */
  public toString(): string {
    return `${plainDigits(Number(this.nanoseconds / SECOND) + Number(this.nanoseconds % SECOND) / 1e9)}s`;
  }
}

/** A point in time, to the nanosecond. */
export class Timestamp extends Comparable {
  /** @throws CelError unless it is as RFC 3339 writes it */
  public static parse(text: string): Timestamp {
    const match = RFC_3339.exec(text);
    if (match === null) {
      return refuse(text, 'timestamp');
    }
    const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    date.setUTCHours(hour, minute, second);
    const [offsetHours, offsetMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
    if (!exists || offsetHours > 24 || offsetMinutes > 60) {
      return refuse(text, 'timestamp');
    }
    const offset = (offsetHours * 60 + offsetMinutes) * (match[8] === '-' ? -1 : 1);
    const fraction = BigInt((match[7] ?? '').padEnd(9, '0').slice(0, 9));
    return new Timestamp(BigInt(date.getTime()) * 1_000_000n + fraction - BigInt(offset) * 60n * SECOND, offset);
  }

  /** @throws CelError where it leaves the years 1 to 9999 */
  public static ofSeconds(seconds: bigint): Timestamp {
    return new Timestamp(seconds * SECOND);
  }

  public readonly type = 'google.protobuf.Timestamp';

  /** @param offset how many minutes east of UTC it was written; it is written so again */
  public constructor(public readonly nanoseconds: bigint, private readonly offset = 0) {
    super();
    if (nanoseconds < FIRST || nanoseconds > LAST) {
      throw new CelError('timestamp out of range');
    }
  }

  public get isZero(): boolean {
    return this.nanoseconds === FIRST;
  }

  /** Whole milliseconds since 1970, rounded down. */
  public get milliseconds(): number {
    return Number((this.nanoseconds - this.belowSecond) / 1_000_000n) + Math.floor(Number(this.belowSecond) / 1e6);
  }

  /** The nanoseconds of its second. */
  public get belowSecond(): bigint {
    return (this.nanoseconds % SECOND + SECOND) % SECOND;
  }

  public compare(other: this): number {
    return this.nanoseconds < other.nanoseconds ? -1 : this.nanoseconds > other.nanoseconds ? 1 : 0;
  }

  public plus(other: unknown): unknown {
    return other instanceof Duration ? new Timestamp(this.nanoseconds + other.nanoseconds, this.offset) : undefined;
  }

  public minus(other: unknown): unknown {
    return other instanceof Timestamp ? new Duration(this.nanoseconds - other.nanoseconds)
      : other instanceof Duration ? new Timestamp(this.nanoseconds - other.nanoseconds, this.offset) : undefined;
  }

  /** In seconds since 1970. */
  public toInt(): bigint {
    return (this.nanoseconds - this.belowSecond) / SECOND;
  }

  public toString(): string {
    const fraction = String(this.belowSecond).padStart(9, '0').replace(/0+$/, '');
    const [hours, minutes] = [Math.floor(Math.abs(this.offset) / 60), Math.abs(this.offset) % 60].map(part => String(part).padStart(2, '0'));
    const zone = this.offset === 0 ? 'Z' : `${this.offset < 0 ? '-' : '+'}${hours}:${minutes}`;
    return new Date(this.milliseconds + this.offset * 60_000).toISOString().replace(/\.\d+Z$/, `${fraction === '' ? '' : `.${fraction}`}${zone}`);
  }
}
