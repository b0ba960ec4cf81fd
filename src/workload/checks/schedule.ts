const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A field of a schedule: its bounds, and the names that stand for numbers from the lower bound on. */
interface Field { readonly name: string; readonly least: number; readonly most: number; readonly names?: readonly string[] }

const FIELDS: readonly Field[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, names: MONTHS },
  { name: 'day of the week', least: 0, most: 6, names: DAYS },
];
const DESCRIPTORS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];
const EVERY = /^@every [+-]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/;
const ZONE = /^(CRON_)?TZ=/;

/**
 * What is wrong with the schedule of a CronJob, read as Kubernetes reads it (github.com/robfig/cron, standard form): five fields with lists, ranges,
 * steps and English names, or a descriptor. It has no `L`, `W`, `#`, seconds, years, and no 7 for Sunday, which other programs know.
 */
export function scheduleFault(schedule: string): string[] {
  if (ZONE.test(schedule)) {
    return [`the schedule "${schedule}" names a time zone: give it as timeZone`];
  }
  if (schedule.startsWith('@')) {
    return DESCRIPTORS.includes(schedule) || EVERY.test(schedule) ? []
      : [`the schedule "${schedule}" is not known: give one of ${DESCRIPTORS.join(', ')}, or five fields`];
  }
  const fields = schedule.split(/\s+/).filter(field => field !== '');
  if (fields.length !== FIELDS.length) {
    return [`the schedule "${schedule}" has ${fields.length} fields: give five: ${FIELDS.map(({ name }) => name).join(', ')}`];
  }
  return fields.flatMap((text, index) => fieldFault(text, FIELDS[index]).map(fault => `the schedule "${schedule}" has the ${FIELDS[index].name} "${text}": ${fault}`));
}

function fieldFault(text: string, field: Field): string[] {
  // Empty entries of a list are passed over, as they are by Kubernetes.
  return text.split(',').filter(entry => entry !== '').flatMap(entry => rangeFault(entry, field)).slice(0, 1);
}

function rangeFault(text: string, field: Field): string[] {
  const [range, step, ...steps] = text.split('/');
  const [from, to, ...rest] = range.split('-');
  const any = from === '*' || from === '?';
  if (steps.length > 0 || (rest.length > 0 && !any)) {
    return ['give one range and one step at most'];
  }
  const start = any ? field.least : numberOf(from, field);
  const end = any || (to === undefined && step !== undefined) ? field.most : to === undefined ? start : numberOf(to, field);
  if (Number.isNaN(start) || Number.isNaN(end)) {
    return [`give numbers from ${field.least} to ${field.most}${field.names === undefined ? '' : `, or names such as ${field.names[1].toUpperCase()}`}`];
  }
  if (step !== undefined && !(/^\+?\d+$/.test(step) && Number(step) > 0)) {
    return ['give a step of at least 1'];
  }
  return start >= field.least && end <= field.most && start <= end ? []
    : [start > end ? 'the range ends before it begins' : `give numbers from ${field.least} to ${field.most}`];
}

function numberOf(text: string, { names, least }: Field): number {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  return named >= 0 ? least + named : /^\+?\d+$/.test(text) ? Number(text) : NaN;
}
