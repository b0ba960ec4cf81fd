import { isDay, today } from '../../src/verify/day';

test.each([['2026-12-31', true], ['2024-02-29', true], ['2026-13-01', false], ['2026-1-1', false], ['soon', false], [20261231, false], [undefined, false]])(
  '%p is a day: %p', (text, day) => expect(isDay(text)).toBe(day));

test('the day given comes first, then SOURCE_DATE_EPOCH, then today', () => {
  expect(today('2026-12-31', '0')).toBe('2026-12-31');
  expect(today(undefined, '86400')).toBe('1970-01-02');
  expect(today(undefined, '')).toBe(new Date().toISOString().slice(0, 10));
});

test('what is not a day is refused', () => {
  expect(() => today('tomorrow')).toThrow('"tomorrow" is not a day');
  expect(() => today(undefined, 'noon')).toThrow('SOURCE_DATE_EPOCH "noon" is not a number of seconds');
});
