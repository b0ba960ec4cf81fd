import fc from 'fast-check';
import { Quantity } from '../../src/cel/quantity';
import { canonicalQuantity } from '../../src/verify/quantity';

test.each([
  ['0.5', '500m'], ['1024Mi', '1Gi'], ['1000m', '1'], [2, '2'], ['0', '0'], ['1.5Gi', '1536Mi'], ['1e3', '1e3'], ['-0.5', '-500m'], ['lots', 'lots'],
])('%s is written as %s', (given, canonical) => {
  expect(canonicalQuantity(given)).toBe(canonical);
});

test('the canonical form means the same, and is its own canonical form', () => {
  const suffix = fc.constantFrom('', 'm', 'k', 'M', 'Ki', 'Mi', 'Gi', 'e2');
  fc.assert(fc.property(fc.nat(100_000), fc.nat(999), suffix, (whole, fraction, unit) => {
    const text = `${whole}.${fraction}${unit}`;
    const canonical = canonicalQuantity(text) as string;
    expect(Quantity.parse(canonical).compare(Quantity.parse(text))).toBe(0);
    expect(canonicalQuantity(canonical)).toBe(canonical);
  }));
});
