import * as fc from 'fast-check';
import { checkedLabelValue } from '../../src/model/label-value';

const outer = [...'abcXYZ019'];
const inner = [...outer, '-', '_', '.'];

test('accepts what Kubernetes accepts', () => {
  const value = fc.tuple(
    fc.constantFrom(...outer), fc.array(fc.constantFrom(...inner), { maxLength: 61 }), fc.constantFrom(...outer),
  ).map(([first, middle, last]) => first + middle.join('') + last);
  fc.assert(fc.property(value, text => {
    expect(checkedLabelValue('Owner', text)).toBe(text);
  }));
});

test('refuses a value with anything else in it, with a clear error', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }).filter(text => /[^A-Za-z0-9_.-]/.test(text)), text => {
    expect(() => checkedLabelValue('Owner', text)).toThrow('is not a label value: give 1 to 63 letters');
  }));
});

test.each(['', '.', '-a', 'a_', 'a'.repeat(64)])('refuses %p', text => {
  expect(() => checkedLabelValue('Owner', text)).toThrow(`Owner "${text}" is not a label value`);
});
