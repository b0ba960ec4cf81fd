const MONTHS = ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The fields of a cron expression, in order, with the bounds that Kubernetes gives them. */
const FIELDS = [
  { name: 'minute', first: 0, last: 59, names: [] },
  { name: 'hour', first: 0, last: 23, names: [] },
  { name: 'day of month', first: 1, last: 31, names: [] },
  { name: 'month', first: 1, last: 12, names: MONTHS },
  { name: 'day of week', first: 0, last: 6, names: WEEKDAYS },
] as const;
type Field = (typeof FIELDS)[number];

const DAYS_OF_MONTH = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** When a cron expression is due. */
export interface CronTimes {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly number[];
  readonly months: readonly number[];
  readonly weekdays: readonly number[];

  /** Where both are restricted, one of day and weekday is enough: the rule of cron. */
  readonly dayOrWeekday: boolean;
}

/**
 * Reads a cron expression as Kubernetes reads that of a CronJob: five fields of numbers, names, ranges, lists and steps.
 *
 * @param what what it is for, for the error
 * @throws if it is not one, or there is no such day
 */
export function cronTimes(what: string, expression: string): CronTimes {
  const texts = expression.trim().split(/\s+/);
  if (texts.length !== FIELDS.length) {
    throw new Error(`${what} "${expression}" is not a cron expression: give ${FIELDS.map(({ name }) => name).join(', ')}, as in "0 2 * * *"`);
  }
  const [minutes, hours, days, months, weekdays] = FIELDS.map((field, index) => {
    const values = texts[index].split(',').map(part => valuesOf(part, field));
    if (values.includes(undefined)) {
      throw new Error(`${what} "${expression}": "${texts[index]}" is no ${field.name}: give numbers from ${field.first} to ${field.last}, ranges, lists or steps`);
    }
    return [...new Set(values.flatMap(part => part!))].sort((a, b) => a - b);
  });
  const dayOrWeekday = ![texts[2], texts[4]].some(text => text.split(',').some(part => /^[*?](\/0*1)?$/.test(part)));
  if (!dayOrWeekday && !months.some(month => days.some(day => day <= DAYS_OF_MONTH[month]))) {
    throw new Error(`${what} "${expression}" is never due: no such month has such a day`);
  }
  return { minutes, hours, days, months, weekdays, dayOrWeekday };
}

function valuesOf(part: string, { first, last, names }: Field): number[] | undefined {
  const [, from, to, step] = /^([*?]|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part) ?? [];
  if (from === undefined || (to !== undefined && /[*?]/.test(from))) {
    return undefined;
  }
  const numberOf = (text: string) => /^\d+$/.test(text) ? Number(text) : (names as readonly string[]).indexOf(text.toLowerCase());
  const all = /[*?]/.test(from);
  const start = all ? first : numberOf(from);
  // A step after a single number goes on to the end.
  const open = all || (to === undefined && step !== undefined);
  const end = open ? last : numberOf(to ?? from);
  const every = step === undefined ? 1 : Number(step);
  if (start < first || end > last || start > end || every < 1) {
    return undefined;
  }
  return Array.from({ length: Math.floor((end - start) / every) + 1 }, (_, index) => start + index * every);
}
