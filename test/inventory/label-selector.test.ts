import * as fc from 'fast-check';
import { LabelExpression, labelSelectorKey, matchesLabels } from '../../src/inventory/label-selector';

/** The rules of the API reference, written out one by one. */
function naively(matchLabels: { [label: string]: string }, expressions: readonly LabelExpression[], labels: { [label: string]: string }): boolean {
  const has = (key: string) => Object.keys(labels).includes(key);
  for (const key of Object.keys(matchLabels)) {
    if (!has(key) || labels[key] !== matchLabels[key]) { return false; }
  }
  for (const { key, operator, values = [] } of expressions) {
    const listed = values.filter(value => has(key) && labels[key] === value).length > 0;
    if (operator === 'In' && !listed) { return false; }
    if (operator === 'NotIn' && listed) { return false; }
    if (operator === 'Exists' && !has(key)) { return false; }
    if (operator === 'DoesNotExist' && has(key)) { return false; }
  }
  return true;
}

// Few keys and values, so that matches are as frequent as mismatches; some are names that every JavaScript object has.
const key = fc.constantFrom('app', 'tier', 'constructor', 'toString');
const value = fc.constantFrom('', 'a', 'b', 'c');
const labels = fc.dictionary(key, value, { maxKeys: 4 });
const expression: fc.Arbitrary<LabelExpression> = fc.oneof(
  fc.record({ key, operator: fc.constantFrom('In', 'NotIn'), values: fc.array(value, { minLength: 1, maxLength: 3 }) }),
  fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
);
const expressions = fc.array(expression, { maxLength: 2 });
const small = fc.dictionary(key, value, { maxKeys: 1 });

test('agrees with the rules written out', () => {
  const seen = new Set<boolean>();
  fc.assert(fc.property(small, expressions, labels, (matchLabels, matchExpressions, of) => {
    const expected = naively(matchLabels, matchExpressions, of);
    seen.add(expected);
    expect(matchesLabels({ matchLabels, matchExpressions }, of)).toBe(expected);
  }), { numRuns: 5000 });
  expect(seen.size).toBe(2);
});

test('an empty selector matches everything', () => {
  fc.assert(fc.property(labels, of => matchesLabels({}, of) && matchesLabels({ matchLabels: {}, matchExpressions: [] }, of)));
});

test.each([
  ['In without values', { key: 'app', operator: 'In' }],
  ['In with an empty list', { key: 'app', operator: 'In', values: [] }],
  ['NotIn without values', { key: 'other', operator: 'NotIn' }],
  ['Exists with values', { key: 'app', operator: 'Exists', values: ['a'] }],
  ['DoesNotExist with values', { key: 'other', operator: 'DoesNotExist', values: ['a'] }],
  ['an unknown operator', { key: 'app', operator: 'Gt', values: ['a'] }],
  ['a name that every object has', { key: 'app', operator: 'toString' }],
])('%s matches nothing', (_, malformed) => {
  fc.assert(fc.property(labels, of => !matchesLabels({ matchExpressions: [malformed] }, { ...of, app: 'a' })));
});

test('selectors of one key match the same labels', () => {
  fc.assert(fc.property(small, expressions, small, expressions, labels, (a, ae, b, be, of) => {
    const [one, two] = [{ matchLabels: a, matchExpressions: ae }, { matchLabels: b, matchExpressions: be }];
    fc.pre(labelSelectorKey(one) === labelSelectorKey(two));
    expect(matchesLabels(one, of)).toBe(matchesLabels(two, of));
  }), { examples: [[{ app: 'a' }, [], { app: 'a' }, [], { app: 'a' }]], numRuns: 100 });
});
