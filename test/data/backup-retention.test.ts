import * as fc from 'fast-check';
import { retentionFlags } from '../../src/data/backup-retention';

const RULES = { keepLast: 'last', keepHourly: 'hourly', keepDaily: 'daily', keepWeekly: 'weekly', keepMonthly: 'monthly', keepYearly: 'yearly' };
const count = fc.integer({ min: 1, max: 10_000 });
const retentions = fc.record(Object.fromEntries(Object.keys(RULES).map(rule => [rule, count])), { requiredKeys: [] });

test('each rule is a flag of restic forget with its count, and nothing else is', () => fc.assert(fc.property(retentions, retention => {
  fc.pre(Object.keys(retention).length > 0);
  const flags = retentionFlags('path', retention);
  const pairs = Object.fromEntries(Array.from({ length: flags.length / 2 }, (_, index) => [flags[2 * index], Number(flags[2 * index + 1])]));
  expect(pairs).toEqual(Object.fromEntries(Object.entries(retention).map(([rule, value]) => [`--keep-${RULES[rule as keyof typeof RULES]}`, value])));
})));

test('a count that is not a whole number from 1 is refused', () => fc.assert(fc.property(
  fc.constantFrom(...Object.keys(RULES)),
  fc.oneof(fc.integer({ max: 0 }), fc.double({ noInteger: true }), fc.constant(NaN), fc.constant(Infinity)),
  (rule, value) => {
    expect(() => retentionFlags('shop/cart/Backup', { [rule]: value })).toThrow(`shop/cart/Backup: retention.${rule} is ${value}: give a whole number from 1`);
  })));

test.each([[{}], [{ keepDaily: undefined }]])('%p keeps nothing', retention =>
  expect(() => retentionFlags('shop/cart/Backup', retention)).toThrow('shop/cart/Backup: the retention keeps nothing: give one of keepLast, keepHourly'));
