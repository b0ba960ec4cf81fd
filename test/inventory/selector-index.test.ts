import * as fc from 'fast-check';
import { LabelSelector, matchesLabels } from '../../src/inventory/label-selector';
import { SelectorIndex } from '../../src/inventory/selector-index';

const key = fc.constantFrom('app', 'tier', 'constructor');
const value = fc.constantFrom('a', 'b');
const labels = fc.dictionary(key, value, { maxKeys: 3 });
const operator = fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist');
const expression = fc.record({ key, operator, values: fc.uniqueArray(value, { maxLength: 2 }) })
  .map(given => given.operator.endsWith('In') ? given : { key: given.key, operator: given.operator });
const selector: fc.Arbitrary<LabelSelector> = fc.record(
  { matchLabels: labels, matchExpressions: fc.array(expression, { maxLength: 2 }) },
  { requiredKeys: [] },
);

test('some of the selectors in the index matches labels where one of them does', () => {
  fc.assert(fc.property(fc.array(selector, { maxLength: 8 }), fc.array(labels, { maxLength: 6 }), (selectors, pods) => {
    const index = new SelectorIndex(selectors, entry => entry);
    for (const pod of pods) {
      expect(index.some(pod)).toBe(selectors.some(entry => matchesLabels(entry, pod)));
    }
  }), { numRuns: 2000 });
});

test('a selector is compared with the labels that it could match, by its rarest requirement', () => {
  const common = { key: 'tier', operator: 'Exists' };
  const selectors = Array.from({ length: 50 }, (_, index) => ({
    matchLabels: { part: 'shop' },
    matchExpressions: [common, { key: 'app', operator: 'In', values: [`a${index}`, `b${index}`] }],
  }));
  const index = new SelectorIndex<LabelSelector>(selectors, entry => entry);
  expect(index.some({ part: 'shop', tier: 'front', app: 'b7' })).toBe(true);
  expect(index.some({ part: 'shop', tier: 'front', app: 'c7' })).toBe(false);
  expect(index.compared).toBe(1);
});
