import { spawnSync } from 'node:child_process';
import { Cron } from 'cdk8s';
import * as fc from 'fast-check';
import { cart, named } from './cart';
import { available } from './sandbox';
import { cronTimes } from '../../src/data/cron-times';

const of = (expression: string) => cronTimes('shop/cart/Backup: schedule', expression);

test('names, ranges, lists, steps', () => {
  expect(of('*/20 8-10,22 1 JAN,mar MON-fri/2')).toEqual({
    minutes: [0, 20, 40], hours: [8, 9, 10, 22], days: [1], months: [1, 3], weekdays: [1, 3, 5], dayOrWeekday: true,
  });
  expect(of('50/3 ? * * *').minutes).toEqual([50, 53, 56, 59]);
});

test.each(['', '* * * *', '* * * * * *', '60 * * * *', '* 24 * * *', '* * 0 * *', '* * * 13 *', '* * * * 7', '5-1 * * * *', '*/0 * * * *', 'a * * * *', '1,,2 * * * *', '*-3 * * * *', '@daily', '-1 * * * *'])(
  '%p is refused, with the construct', expression => expect(() => of(expression)).toThrow(/^shop\/cart\/Backup: schedule ".*" ?/));

test.each(['0 0 31 2 *', '0 0 30,31 2 *', '0 0 31 4,6,9,11 *', '0 0 31 2 */1'])('%p is never due', expression => expect(() => of(expression)).toThrow('is never due'));

test.each([['0 0 29 2 *', false], ['0 0 1 * 1', true], ['0 0 */2 * 1', true], ['0 0 1 * *', false], ['0 0 31 2 1', true]])(
  '%p: day or weekday is %p', (expression, either) => expect(of(expression).dayOrWeekday).toBe(either));

const field = (first: number, last: number) => fc.oneof(
  fc.constant({ text: '*', has: (_: number) => true, star: true }),
  fc.uniqueArray(fc.integer({ min: first, max: last }), { minLength: 1, maxLength: 6 }).map(values => ({ text: values.join(','), has: (n: number) => values.includes(n), star: false })),
  fc.tuple(fc.integer({ min: first, max: last }), fc.integer({ min: first, max: last }), fc.integer({ min: 1, max: 7 })).map(([a, b, step]) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    return { text: `${low}-${high}/${step}`, has: (n: number) => n >= low && n <= high && (n - low) % step === 0, star: false };
  }),
);
const schedules = fc.tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), field(0, 6));

test('lists are those of the text', () => fc.assert(fc.property(schedules, fields => {
  const { minutes, hours, days, months, weekdays } = of(fields.map(({ text }) => text).join(' '));
  [minutes, hours, days, months, weekdays].forEach((values, index) => {
    const [first, last] = [[0, 59], [0, 23], [1, 31], [1, 12], [0, 6]][index];
    expect(values).toEqual(Array.from({ length: last - first + 1 }, (_, n) => n + first).filter(fields[index].has));
  });
})));

/** Asks the function of the script itself, in one shell for many minutes. */
test.each([['dash'], ['busybox', 'sh']])('%s finds the same minutes due as a calendar does', (...shell) => {
  if (!available('the schedule of a backup', shell[0])) {
    return;
  }
  const moments = fc.array(fc.integer({ min: 0, max: 40_000_000 }), { minLength: 20, maxLength: 20 });
  fc.assert(fc.property(schedules, moments, ([minute, hour, day, month, weekday], minutes) => {
    const schedule = Cron.schedule({ minute: minute.text, hour: hour.text, day: day.text, month: month.text, weekDay: weekday.text });
    const objects = cart({ backup: { schedule } }).objects();
    const script: string = named(objects, 'ConfigMap', 'cart-backup-scripts').data['backup.sh'];
    const functions = script.slice(script.indexOf('among() {'), script.indexOf('# Every minute'));
    const { env } = named(objects, 'StatefulSet', 'cart').spec.template.spec.initContainers[0];
    const answers = spawnSync(shell[0], [...shell.slice(1), '-c', `${functions}\nfor m; do if due "$m"; then echo true; else echo false; fi; done`, 'x', ...minutes.map(String)], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH!, TZ: 'UTC0', ...Object.fromEntries(env.map(({ name, value }: any) => [name, value ?? ''])) },
    }).stdout.trim().split('\n');
    const expected = minutes.map(each => {
      const date = new Date(each * 60_000);
      const [dayDue, weekdayDue] = [day.has(date.getUTCDate()), weekday.has(date.getUTCDay())];
      return String(minute.has(date.getUTCMinutes()) && hour.has(date.getUTCHours()) && month.has(date.getUTCMonth() + 1)
        && (day.star || weekday.star ? dayDue && weekdayDue : dayDue || weekdayDue));
    });
    expect(answers).toEqual(expected);
  }), { numRuns: 60 });
});
