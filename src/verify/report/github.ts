import { printable } from './printable';
import { Finding, Report } from './report';
import { acceptedBy, count, editedAt, patchLines, placeOf, subjectOf } from './wording';
import { Severity } from '../../model/severity';

type Level = 'error' | 'warning' | 'notice';

const LEVELS: { readonly [severity in Severity]: Level } = {
  [Severity.CRITICAL]: 'error',
  [Severity.HIGH]: 'error',
  [Severity.MEDIUM]: 'warning',
  [Severity.LOW]: 'notice',
};

/** The report as workflow commands of GitHub Actions, which a run shows beside the lines of a pull request. A plain line is the sum. */
export function githubReport({ summary, findings, acknowledged, baseline = [], errors, notices = [] }: Report): string {
  const { objects, target } = summary;
  return [
    ...errors.map(({ file, line, message }) => command('error', { title: 'could not be read or judged', file: path(file), line }, message)),
    ...findings.map(finding => annotation(LEVELS[finding.severity], finding, [`to mend it: ${finding.remediation}`, ...patchLines(finding)].join('; '))),
    ...baseline.map(finding => annotation('notice', finding, 'it was found before: the baseline has it')),
    ...acknowledged.map(finding => annotation('notice', finding, `acknowledged ${acceptedBy(finding)}`)),
    ...notices.map(notice => command('notice', { title: 'to know' }, notice)),
    `${count(objects, 'object')} judged for Kubernetes ${target}: ${count(findings.length, 'finding')}, ${acknowledged.length} acknowledged, ${count(errors.length, 'error')}\n`,
  ].join('');
}

function annotation(level: Level, finding: Finding, further: string): string {
  const { control, recommendation, severity, message } = finding;
  const { file, line, column } = editedAt(finding) ?? {};
  const title = `${control} (${recommendation === '' ? '' : `CSA ${recommendation}, `}${severity})`;
  // A pull request cannot show what was read from standard input, nor the path of a construct: they are in the text then.
  const place = finding.file !== undefined && file !== undefined || placeOf(finding) === '' ? '' : ` [${placeOf(finding)}]`;
  return command(level, { title, file, line, col: column }, `${printable(`${subjectOf(finding)}: ${message}${place}`)}\n${printable(further)}`, true);
}

function path(file: string | undefined): string | undefined {
  return file === '-' ? undefined : file;
}

function command(level: Level, properties: { readonly [name: string]: string | number | undefined }, message: string, isPrintable = false): string {
  const written = Object.entries(properties).filter(([name, value]) => value !== undefined && (properties.file !== undefined || name === 'title'))
    .map(([name, value]) => `${name}=${property(name === 'file' ? `${value}` : printable(`${value}`))}`);
  return `::${level} ${written.join(',')}::${data(isPrintable ? message : printable(message))}\n`;
}

/** Written as the runner reads it back. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
