import fc from 'fast-check';
import { Quantity } from '../../src/model/quantity';

/** The oracle: exact fractions, and a reading of the documentation that shares no code with ours. */
interface Fraction { readonly over: bigint; readonly under: bigint }

const FACTOR: { readonly [suffix: string]: Fraction } = {
  'n': { over: 1n, under: 1000000000n },
  'u': { over: 1n, under: 1000000n },
  'm': { over: 1n, under: 1000n },
  '': { over: 1n, under: 1n },
  'k': { over: 1000n, under: 1n },
  'M': { over: 1000000n, under: 1n },
  'G': { over: 1000000000n, under: 1n },
  'T': { over: 1000000000000n, under: 1n },
  'P': { over: 1000000000000000n, under: 1n },
  'E': { over: 1000000000000000000n, under: 1n },
  'Ki': { over: 2n ** 10n, under: 1n },
  'Mi': { over: 2n ** 20n, under: 1n },
  'Gi': { over: 2n ** 30n, under: 1n },
  'Ti': { over: 2n ** 40n, under: 1n },
  'Pi': { over: 2n ** 50n, under: 1n },
  'Ei': { over: 2n ** 60n, under: 1n },
  'e0': { over: 1n, under: 1n },
  'e3': { over: 1000n, under: 1n },
  'E2': { over: 100n, under: 1n },
  'e-3': { over: 1n, under: 1000n },
};
const ONE_NANO = 1000000000n;

/** A text with what it means. The fraction has few enough digits to be exact in billionths, unless `fine`. */
const written = (fine: boolean) => fc.tuple(
  fc.constantFrom('', '+', '-'), fc.nat(5_000_000), fc.option(fc.stringMatching(/^\d{1,3}$/)), fc.constantFrom(...Object.keys(FACTOR)),
).filter(([, , fraction, suffix]) => fine || fraction === null || FACTOR[suffix].under < 1000000000n / 10n ** BigInt(fraction.length) * 10n)
  .map(([sign, whole, fraction, suffix]) => {
    const { over, under } = FACTOR[suffix];
    const digits = BigInt(`${whole}${fraction ?? ''}`) * (sign === '-' ? -1n : 1n);
    return {
      text: `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${suffix}`,
      value: { over: digits * over, under: under * 10n ** BigInt(fraction?.length ?? 0) } as Fraction,
    };
  });
const exact = written(false).filter(({ value }) => (value.over * ONE_NANO) % value.under === 0n);
const nanoOf = ({ over, under }: Fraction) => over * ONE_NANO / under;

test('parsing is exact, and finer than a billionth is rounded away from zero', () => {
  fc.assert(fc.property(written(true), ({ text, value }) => {
    const { nano } = Quantity.parse(text);
    const error = nano * value.under - value.over * ONE_NANO;
    const outward = value.over < 0n ? -error : error;
    expect(outward >= 0n && outward < value.under).toBe(true);
  }));
});

test('sums, products and the order are those of exact fractions', () => {
  fc.assert(fc.property(exact, exact, fc.nat(10_000), (a, b, count) => {
    const [left, right] = [Quantity.parse(a.text), Quantity.parse(b.text)];
    const sum = { over: a.value.over * b.value.under + b.value.over * a.value.under, under: a.value.under * b.value.under };
    expect(left.plus(right).nano).toBe(nanoOf(sum));
    expect(left.times(count).nano).toBe(nanoOf({ over: a.value.over * BigInt(count), under: a.value.under }));
    const difference = a.value.over * b.value.under - b.value.over * a.value.under;
    expect(Math.sign(left.compareWith(right))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
    expect(left.max(right).nano).toBe(difference < 0n ? right.nano : left.nano);
  }));
});

test('what is written means the same when it is read again, and is written the same', () => {
  fc.assert(fc.property(written(true), ({ text }) => {
    const quantity = Quantity.parse(text);
    expect(Quantity.parse(quantity.toString()).nano).toBe(quantity.nano);
    expect(Quantity.parse(quantity.toString()).toString()).toBe(quantity.toString());
  }));
});

test('a part of it in hundredths, and the next multiple of a unit, are never less and hardly more', () => {
  const unit = fc.constantFrom('1m', '1', '1Ki', '1Mi', '1Gi');
  fc.assert(fc.property(exact.filter(({ value }) => value.over >= 0n), fc.integer({ min: 0, max: 400 }), unit, ({ text, value }, percent, one) => {
    const share = Quantity.parse(text).percent(percent).nano * value.under * 100n - value.over * ONE_NANO * BigInt(percent);
    expect(share >= 0n && share < value.under * 100n).toBe(true);
    const step = Quantity.parse(one);
    const excess = Quantity.parse(text).roundedUpTo(step).nano - Quantity.parse(text).nano;
    expect(excess >= 0n && excess < step.nano && (Quantity.parse(text).roundedUpTo(step).nano % step.nano) === 0n).toBe(true);
  }));
});

test.each([
  ['0.5', '500m'], ['1024Mi', '1Gi'], ['1000m', '1'], [2, '2'], ['0Mi', '0'], ['1.5Gi', '1536Mi'], ['1e3', '1e3'], ['-0.5', '-500m'], ['.5', '500m'],
  ['5.', '5'], ['0.1Mi', '104857600m'], ['1.0000000001', '1000000001n'], ['512Ki', '512Ki'], ['1000Ki', '1000Ki'],
])('%s is written as %s', (given, canonical) => {
  expect(Quantity.parse(given).toString()).toBe(canonical);
});

test.each(['', 'lots', '1 Gi', '1gi', '1Kii', '--1', '1e', 'e3', '1.2.3', '1e999', null, undefined, {}, NaN, Infinity])('%p is not a quantity', given => {
  expect(Quantity.tryParse(given)).toBeUndefined();
  expect(() => Quantity.parse(given)).toThrow('is not a quantity: give one such as');
});
