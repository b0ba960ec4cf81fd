import * as fc from 'fast-check';
import { Environment } from '../../src/model/environment';

const ORDER = [Environment.DEV, Environment.TEST, Environment.STAGING, Environment.PROD];

test('the ready-made values are in their order', () => {
  expect(Environment.all()).toEqual(ORDER);
  fc.assert(fc.property(fc.nat({ max: 3 }), fc.nat({ max: 3 }), (a, b) => {
    expect(Math.sign(ORDER[a].compareWith(ORDER[b]))).toBe(Math.sign(a - b));
    expect(ORDER[a].atLeast(ORDER[b])).toBe(a >= b);
  }));
});

test('a ready-made value is found by its name', () => {
  expect(Environment.of('staging')).toBe(Environment.STAGING);
  expect(() => Environment.of('STAGING')).toThrow('"STAGING" is not a known environment: give one of dev, test, staging, prod, or make your own');
});

test('a value of one\'s own stands where it is put', () => {
  const after = Environment.custom('mine', { after: Environment.TEST });
  const before = Environment.custom('yours', { before: Environment.TEST });
  const sorted = [after, before, ...ORDER].reverse().sort((x, y) => x.compareWith(y));
  expect(sorted.map(String)).toEqual(['dev', 'yours', 'test', 'mine', 'staging', 'prod']);
});

test('a name that is no label value is refused', () => {
  for (const name of ['', 'two words', '-x', 'x-', 'a/b', 'ä', 'x\n', 'x'.repeat(64)]) {
    expect(() => Environment.custom(name, { after: Environment.DEV })).toThrow(`Environment "${name}" is not a label value`);
  }
  expect(Environment.custom('x'.repeat(63), { after: Environment.DEV }).name).toHaveLength(63);
});

test('a ready-made name, or a position that does not say one thing, is refused', () => {
  expect(() => Environment.custom('dev', { after: Environment.TEST })).toThrow('exists');
  expect(() => Environment.custom('mine', {})).toThrow('give either "after" or "before"');
  expect(() => Environment.custom('mine', { after: Environment.DEV, before: Environment.TEST })).toThrow('give either "after" or "before"');
});
