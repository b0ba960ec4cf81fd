const FORM = /^([+-]?)(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d+)|(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E)?)$/;
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: readonly (readonly [suffix: string, power: number])[] = [
  ['E', 18], ['P', 15], ['T', 12], ['G', 9], ['M', 6], ['k', 3], ['', 0], ['m', -3], ['u', -6], ['n', -9],
];
const POWER = new Map(DECIMAL);
const NANO = 9;
const ONE = 10n ** BigInt(NANO);
const FARTHEST = 100;

/** In what form a quantity is written: with `Ki`, with `k`, or with `e3`. */
export type QuantityFormat = 'binary' | 'decimal' | 'exponent';

/**
 * A Kubernetes quantity, exact to a billionth, as `k8s.io/apimachinery/pkg/api/resource` has it: what is finer is rounded away from zero.
 * Sums and products are exact, whatever the sizes.
 */
export class Quantity {
  public static readonly ZERO = new Quantity(0n, 'decimal');

  /** The quantity that a text or a number of a manifest means, or nothing if it means none. */
  public static tryParse(written: unknown): Quantity | undefined {
    if (typeof written !== 'string' && typeof written !== 'number') {
      return undefined;
    }
    const text = String(written);
    const known = KNOWN.get(text) ?? Quantity.read(text);
    if (known !== undefined && KNOWN.size < MOST_KNOWN) {
      KNOWN.set(text, known);
    }
    return known;
  }

  /** @throws if the text is not a quantity */
  public static parse(written: unknown): Quantity {
    const quantity = Quantity.tryParse(written);
    if (quantity === undefined) {
      throw new Error(`"${written}" is not a quantity: give one such as 100m, 2, 128Mi or 1Gi`);
    }
    return quantity;
  }

  /** A whole number of something. */
  public static of(count: number | bigint, format: QuantityFormat = 'decimal'): Quantity {
    return new Quantity(BigInt(count) * ONE, format);
  }

  private static read(written: string): Quantity | undefined {
    const match = FORM.exec(written);
    if (match === null) {
      return undefined;
    }
    const [, sign, number, exponent, suffix = ''] = match;
    const [whole, fraction = ''] = number.split('.');
    const binary = Math.max(0, BINARY.indexOf(suffix));
    const power = exponent === undefined ? POWER.get(suffix) ?? 0 : Number(exponent);
    if (Math.abs(power) > FARTHEST) {
      return undefined;
    }
    const shift = NANO + power - fraction.length;
    const digits = BigInt(whole + fraction) * 1024n ** BigInt(binary);
    const nano = shift >= 0 ? digits * 10n ** BigInt(shift) : ceilingDivide(digits, 10n ** BigInt(-shift));
    return new Quantity(sign === '-' ? -nano : nano, exponent !== undefined ? 'exponent' : binary > 0 ? 'binary' : 'decimal');
  }

  private text?: string;

  private constructor(
    /** How many billionths it is. */
    public readonly nano: bigint,
    private readonly format: QuantityFormat,
  ) {}

  public plus(other: Quantity): Quantity {
    return new Quantity(this.nano + other.nano, this.nano === 0n ? other.format : this.format);
  }

  public times(count: number | bigint): Quantity {
    return new Quantity(this.nano * BigInt(count), this.format);
  }

  /** So many hundredths of it, rounded up to a billionth. */
  public percent(hundredths: number): Quantity {
    return new Quantity(ceilingDivide(this.nano * BigInt(hundredths), 100n), this.format);
  }

  /** The next multiple of a unit: `1500100Ki` in units of `1Mi` is `1465Mi`. */
  public roundedUpTo(unit: Quantity): Quantity {
    return new Quantity(ceilingDivide(this.nano, unit.nano) * unit.nano, unit.format);
  }

  /** @returns a negative number if this is less, 0 if they are the same, else a positive number */
  public compareWith(other: Quantity): number {
    return this.nano < other.nano ? -1 : this.nano > other.nano ? 1 : 0;
  }

  public max(other: Quantity): Quantity {
    return other.nano > this.nano ? other : this;
  }

  /** As the API server writes it: `0.5` becomes `500m`, `1024Mi` becomes `1Gi`. */
  public toString(): string {
    this.text ??= this.nano === 0n ? '0' : this.format === 'binary' ? this.inBinary() ?? this.inDecimal() : this.inDecimal();
    return this.text;
  }

  /** Parts of a byte are written in the decimal form, so that nothing is lost. */
  private inBinary(): string | undefined {
    if (this.nano % ONE !== 0n) {
      return undefined;
    }
    let amount = this.nano / ONE;
    let power = 0;
    while (amount % 1024n === 0n && power < BINARY.length - 1) {
      amount /= 1024n;
      power++;
    }
    return `${amount}${BINARY[power]}`;
  }

  private inDecimal(): string {
    const [suffix, power] = DECIMAL.find(([, exponent]) => this.nano % 10n ** BigInt(NANO + exponent) === 0n)!;
    const amount = this.nano / 10n ** BigInt(NANO + power);
    return this.format !== 'exponent' ? `${amount}${suffix}` : power === 0 ? `${amount}` : `${amount}e${power}`;
  }
}

/** Manifests write the same few quantities over and over: reading one costs more than the rest of a sum. */
const KNOWN = new Map<string, Quantity>();
const MOST_KNOWN = 1000;

/** Away from zero where the dividend is positive, which is up. */
function ceilingDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend > 0n && dividend % divisor !== 0n ? quotient + 1n : quotient;
}
