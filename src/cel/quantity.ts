import { CelError } from './error';
import { Comparable } from './values';

const FORM = /^([+-]?)(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d+)|(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E)?)$/;
const POWER: { readonly [suffix: string]: number } = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const NANO = 9;

/** A Kubernetes quantity, exact to a billionth. */
export class Quantity extends Comparable {
  public static isQuantity(text: string): boolean {
    return FORM.test(text);
  }

  /** @throws if the text is not a quantity */
  public static parse(text: string): Quantity {
    const match = FORM.exec(text);
    if (match === null) {
      throw new CelError(`"${text}" is not a quantity`);
    }
    const [, sign, number, exponent = '0', suffix = ''] = match;
    const [whole, fraction = ''] = number.split('.');
    const binary = BINARY.indexOf(suffix) + 1;
    const shift = NANO + Number(exponent) + (POWER[suffix] ?? 0) - fraction.length;
    if (Math.abs(shift) > 100) {
      throw new CelError(`"${text}" is out of a quantity's range`);
    }
    const digits = BigInt(whole + fraction) * 1024n ** BigInt(binary);
    const nano = shift >= 0 ? digits * 10n ** BigInt(shift) : (digits + 10n ** BigInt(-shift) - 1n) / 10n ** BigInt(-shift);
    return new Quantity(sign === '-' ? -nano : nano);
  }

  public constructor(public readonly nano: bigint) {
    super();
  }

  public compare(other: this): number {
    return this.nano < other.nano ? -1 : this.nano > other.nano ? 1 : 0;
  }
}
