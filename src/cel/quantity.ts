import { CelError } from './error';
import { INT_MAX, INT_MIN } from './integers';
import { Comparable } from './values';

const FORM = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+)|(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E)?)$/;
const POWER: { readonly [suffix: string]: number } = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const NANO = 9;

/** How many digits the API server keeps as a plain integer. */
const DIGITS = 18;
const BINARY_DIGITS = 14;

/** Beyond this an exponent says nothing of real things, and would only cost time. */
const LARGEST_EXPONENT = 400;

/** The same few amounts stand in all manifests. */
const MOST_KNOWN = 1000;
const known = new Map<string, Quantity>();

interface Parsed { readonly negative: boolean; readonly whole: string; readonly fraction: string; readonly exponent: number; readonly binary: number }

/**
 * A Kubernetes quantity, exact to a billionth: an unscaled integer and a power of ten. Like the API server it knows whether the number is a
 * plain integer or a decimal, for only the first can be an integer to CEL.
 */
export class Quantity extends Comparable {
  public static isQuantity(text: string): boolean {
    return parsed(text) !== undefined;
  }

  /** @throws CelError if the text is not a quantity */
  public static parse(text: string): Quantity {
    let quantity = known.get(text);
    if (quantity === undefined) {
      quantity = Quantity.read(text);
      if (known.size < MOST_KNOWN) {
        known.set(text, quantity);
      }
    }
    return quantity;
  }

  public static of(integer: bigint): Quantity {
    return new Quantity(integer, 0, false);
  }

  private static read(text: string): Quantity {
    const parts = parsed(text);
    if (parts === undefined) {
      throw new CelError(`"${text}" is not a quantity`);
    }
    if (Math.abs(parts.exponent) > LARGEST_EXPONENT) {
      throw new CelError(`"${text}" is out of a quantity's range`);
    }
    return plain(parts) ?? rounded(parts);
  }

  public readonly type = 'kubernetes.Quantity';

  public constructor(private readonly unscaled: bigint, private readonly scale: number, private readonly decimal: boolean) {
    super();
  }

  /** In billionths. */
  public get nano(): bigint {
    return this.unscaled * 10n ** BigInt(this.scale + NANO);
  }

  public get sign(): bigint {
    return this.unscaled < 0n ? -1n : this.unscaled > 0n ? 1n : 0n;
  }

  public compare(other: this): number {
    const [one, two] = this.scale === other.scale ? [this.unscaled, other.unscaled] : [this.nano, other.nano];
    return one < two ? -1 : one > two ? 1 : 0;
  }

  public add(other: Quantity): Quantity {
    const scale = this.unscaled === 0n ? other.scale : other.unscaled === 0n ? this.scale : Math.min(this.scale, other.scale);
    const sum = this.at(scale) + other.at(scale);
    return new Quantity(sum, scale, this.decimal || other.decimal || !fits(sum));
  }

  public subtract(other: Quantity): Quantity {
    return this.add(new Quantity(-other.unscaled, other.scale, other.decimal));
  }

  /** As an integer, if the API server holds it as one. */
  public integer(): bigint | undefined {
    const value = this.decimal || this.scale < 0 ? undefined : this.at(0);
    return value !== undefined && fits(value) ? value : undefined;
  }

  /** As a floating point number, about. */
  public approximate(): number {
    return this.scale === 0 ? Number(this.unscaled) : Number(this.unscaled) * Number(`1e${this.scale}`);
  }

  private at(scale: number): bigint {
    return this.unscaled === 0n ? 0n : this.unscaled * 10n ** BigInt(this.scale - scale);
  }
}

function fits(value: bigint): boolean {
  return value >= INT_MIN && value <= INT_MAX;
}

function parsed(text: string): Parsed | undefined {
  const match = text === '' ? null : FORM.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, sign, whole, fraction = '', exponent = '0', suffix = ''] = match;
  const binary = BINARY.indexOf(suffix) + 1;
  const parts = { negative: sign === '-', whole: whole.replace(/^0+/, ''), fraction, exponent: Number(exponent) + (POWER[suffix] ?? 0), binary };
  return /\d/.test(whole + fraction) || isPlain(parts) ? parts : undefined;
}

function isPlain({ whole, fraction, exponent, binary }: Parsed): boolean {
  const digits = (whole.length || 1) + fraction.length;
  return binary > 0 ? fraction === '' && digits <= BINARY_DIGITS - Math.trunc(binary * 3) : digits <= DIGITS && exponent - fraction.length >= -NANO;
}

function plain(parts: Parsed): Quantity | undefined {
  const { negative, whole, fraction, exponent, binary } = parts;
  const value = BigInt(whole + fraction) * 1024n ** BigInt(binary);
  return isPlain(parts) && fits(value) ? new Quantity(negative ? -value : value, exponent - fraction.length, false) : undefined;
}

/** Rounded up to a billionth, away from zero; with a binary suffix at most what 63 bits hold. */
function rounded({ negative, whole, fraction, exponent, binary }: Parsed): Quantity {
  const digits = BigInt(whole + fraction) * 1024n ** BigInt(binary);
  const shift = NANO + exponent - fraction.length;
  const divisor = 10n ** BigInt(Math.max(-shift, 0));
  const nano = shift >= 0 ? digits * 10n ** BigInt(shift) : (digits + divisor - 1n) / divisor;
  const most = INT_MAX * 10n ** BigInt(NANO);
  const kept = binary > 0 && nano > most ? most : nano;
  return new Quantity(negative ? -kept : kept, -NANO, true);
}
