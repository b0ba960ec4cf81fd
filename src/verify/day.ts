const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar, as `2026-12-31`. */
export function isDay(text: unknown): text is string {
  return typeof text === 'string' && DAY.test(text) && !Number.isNaN(Date.parse(text));
}

/**
 * The day on which expiry is judged: the one given, else that of SOURCE_DATE_EPOCH, else today.
 *
 * @throws if what is given is not a day
 */
export function today(given?: string, epoch = process.env.SOURCE_DATE_EPOCH): string {
  if (given !== undefined && !isDay(given)) {
    throw new Error(`"${given}" is not a day: write it as 2026-12-31`);
  }
  if (given !== undefined) {
    return given;
  }
  const time = new Date(epoch === undefined || epoch === '' ? Date.now() : Number(epoch) * 1000);
  if (Number.isNaN(time.getTime())) {
    throw new Error(`SOURCE_DATE_EPOCH "${epoch}" is not a number of seconds`);
  }
  return time.toISOString().slice(0, 10);
}
