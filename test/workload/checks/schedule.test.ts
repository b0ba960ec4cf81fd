import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { scheduleFault } from '../../../src/workload/checks/schedule';
import { notRun } from '../../not-run';

/** Schedules that Kubernetes reads, and some that other programs do. */
const GOOD = [
  '0 3 * * *', '*/5 * * * *', '0 0 1 jan SUN', '0 0 1 1-6 1-5', '5-50/15 0-23 1,15 * ?', '3/20 * * * *', '0 0 * * mon-fri', '0  3 *\t* *', ' 0 3 * * * ',
  '@hourly', '@daily', '@midnight', '@weekly', '@monthly', '@yearly', '@annually', '@every 1h30m', '@every 90s',
];
const BAD: [schedule: string, message: string][] = [
  ['', 'has 0 fields: give five'],
  ['0 3 * *', 'has 4 fields: give five: minute, hour, day of the month, month, day of the week'],
  ['0 0 3 * * *', 'has 6 fields'],
  ['60 * * * *', 'has the minute "60": give numbers from 0 to 59'],
  ['* 24 * * *', 'has the hour "24"'],
  ['* * 0 * *', 'has the day of the month "0": give numbers from 1 to 31'],
  ['* * * 13 *', 'has the month "13"'],
  ['* * * * 7', 'has the day of the week "7": give numbers from 0 to 6'],
  ['* * * * sunday', 'give numbers from 0 to 6, or names such as MON'],
  ['* * L * *', 'has the day of the month "L"'],
  ['* * * * 5#2', 'has the day of the week "5#2"'],
  ['*/0 * * * *', 'give a step of at least 1'],
  ['10-5 * * * *', 'the range ends before it begins'],
  ['1-2-3 * * * *', 'give one range and one step at most'],
  ['1/2/3 * * * *', 'give one range and one step at most'],
  ['@reboot', 'is not known: give one of @yearly'],
  ['@every day', 'is not known'],
  [' @daily', 'has 1 fields'],
];

test.each(GOOD)('"%s" is a schedule', schedule => {
  expect(scheduleFault(schedule)).toEqual([]);
});

test.each(BAD)('"%s" is none', (schedule, message) => {
  expect(scheduleFault(schedule)).toHaveLength(1);
  expect(scheduleFault(schedule)[0]).toContain(message);
});

test.each(['TZ=Europe/Berlin 0 3 * * *', 'CRON_TZ=UTC @daily'])('"%s" names a time zone in the wrong place', schedule => {
  expect(scheduleFault(schedule)[0]).toContain('names a time zone: give it as timeZone');
});

test('it agrees with the program that Kubernetes reads schedules with', () => {
  const build = spawnSync('go', ['version']);
  if (build.status !== 0) {
    return notRun('schedules against robfig/cron', 'there is no Go to build it with');
  }
  const number = fc.oneof(fc.integer({ min: 0, max: 65 }).map(String), fc.constantFrom('jan', 'DEC', 'sun', 'Sat', 'x', '', '+1', '007', '1.5', '*', '?', 'L'));
  const range = fc.oneof({ weight: 4, arbitrary: number }, fc.tuple(number, number).map(ends => ends.join('-')), fc.constantFrom('*', '?', '*-3', '1-2-3'));
  const stepped = fc.oneof({ weight: 3, arbitrary: range }, fc.tuple(range, number).map(parts => parts.join('/')), fc.constant('*/2/3'));
  const field = fc.array(stepped, { minLength: 1, maxLength: 3 }).map(entries => entries.join());
  const easy = fc.oneof({ weight: 3, arbitrary: fc.constant('*') }, field);
  const unit = fc.constantFrom('h', 'm', 's', 'ms', 'd', '');
  const every = fc.array(fc.tuple(fc.nat(99), unit), { minLength: 1, maxLength: 3 }).map(parts => `@every ${parts.flat().join('')}`);
  const schedules = fc.sample(fc.oneof({ weight: 8, arbitrary: fc.array(easy, { minLength: 5, maxLength: 5 }).map(fields => fields.join(' ')) },
    fc.array(easy, { minLength: 3, maxLength: 7 }).map(fields => fields.join(' ')), every), 20_000);
  const all = [...GOOD, ...BAD.map(([schedule]) => schedule), ...schedules];
  const run = spawnSync('go', ['run', '.'], { cwd: join(__dirname, 'robfig'), input: all.map(schedule => JSON.stringify(schedule)).join('\n'), encoding: 'utf8' });
  if (run.status !== 0) {
    return notRun('schedules against robfig/cron', `it does not build: ${run.stderr.slice(0, 200)}`);
  }
  const verdicts = run.stdout.trim().split('\n');
  expect(verdicts).toHaveLength(all.length);
  expect(all.filter((schedule, index) => (verdicts[index] === '1') !== (scheduleFault(schedule).length === 0))).toEqual([]);
  expect(verdicts.filter(verdict => verdict === '1').length).toBeGreaterThan(3000);
  return undefined;
});
