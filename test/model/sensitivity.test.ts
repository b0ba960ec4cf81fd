import * as fc from 'fast-check';
import { Sensitivity } from '../../src/model/sensitivity';

const ORDER = [Sensitivity.PUBLIC, Sensitivity.INTERNAL, Sensitivity.CONFIDENTIAL, Sensitivity.RESTRICTED];

test('the ready-made values are in their order', () => {
  expect(Sensitivity.all()).toEqual(ORDER);
  fc.assert(fc.property(fc.nat({ max: 3 }), fc.nat({ max: 3 }), (a, b) => {
    expect(Math.sign(ORDER[a].compareWith(ORDER[b]))).toBe(Math.sign(a - b));
    expect(ORDER[a].atLeast(ORDER[b])).toBe(a >= b);
  }));
});

test('a ready-made value is found by its name', () => {
  expect(Sensitivity.of('confidential')).toBe(Sensitivity.CONFIDENTIAL);
  expect(() => Sensitivity.of('CONFIDENTIAL')).toThrow('"CONFIDENTIAL" is not a known sensitivity: give one of public, internal, confidential, restricted, or make your own');
});

test('a value of one\'s own stands where it is put', () => {
  const after = Sensitivity.custom('mine', { after: Sensitivity.INTERNAL });
  const before = Sensitivity.custom('yours', { before: Sensitivity.INTERNAL });
  const sorted = [after, before, ...ORDER].reverse().sort((x, y) => x.compareWith(y));
  expect(sorted.map(String)).toEqual(['public', 'yours', 'internal', 'mine', 'confidential', 'restricted']);
});

test('a name that is no label value is refused', () => {
  for (const name of ['', 'two words', '-x', 'x-', 'a/b', 'ä', 'x\n', 'x'.repeat(64)]) {
    expect(() => Sensitivity.custom(name, { after: Sensitivity.PUBLIC })).toThrow(`Sensitivity "${name}" is not a label value`);
  }
  expect(Sensitivity.custom('x'.repeat(63), { after: Sensitivity.PUBLIC }).name).toHaveLength(63);
});

test('a ready-made name, or a position that does not say one thing, is refused', () => {
  expect(() => Sensitivity.custom('public', { after: Sensitivity.INTERNAL })).toThrow('exists');
  expect(() => Sensitivity.custom('mine', {})).toThrow('give either "after" or "before"');
  expect(() => Sensitivity.custom('mine', { after: Sensitivity.PUBLIC, before: Sensitivity.INTERNAL })).toThrow('give either "after" or "before"');
});
