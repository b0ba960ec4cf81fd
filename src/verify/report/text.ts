import { Finding, Report, ReportSummary } from './report';
import { comparePartIds } from '../../model/part-order';

/** The report as a person reads it: findings by part of the recommendations and control, then what is open, then the sum. */
export function textReport({ summary, findings, acknowledged, errors, notices = [] }: Report): string {
  const lines = [
    ...[...grouped(findings)].flatMap(([heading, group]) => [heading, ...group.flatMap(row), `    to mend it: ${group[0].remediation}`, '']),
    ...acknowledged.length === 0 ? [] : [
      'Acknowledged',
      ...acknowledged.flatMap(finding => [...row(finding), `      by ${finding.owner}: ${finding.reason}${finding.until === undefined ? '' : ` (until ${finding.until})`}`]), '',
    ],
    ...errors.length === 0 ? [] : [
      'Errors: what could not be read or judged',
      ...errors.map(({ file, line, message }) => `  ${file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `}${message}`), '',
    ],
    ...notices.length === 0 ? [] : ['To know', ...notices.map(notice => `  ${notice}`), ''],
    ...sum(summary),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

function sum({ objects, target, findings, bySeverity, acknowledged, errors, undetermined }: ReportSummary): string[] {
  const severities = Object.entries(bySeverity).map(([severity, number]) => `${number} ${severity}`).join(', ');
  return [
    `${count(objects, 'object')} judged for Kubernetes ${target}: ${count(findings, 'finding')} (${severities}), ${acknowledged} acknowledged, ${count(errors, 'error')}`,
    ...undetermined === 0 ? []
      : [`Open, because objects could lie outside the input: ${count(undetermined, 'judgement')}; give them with --context, or say --complete`],
  ];
}

function grouped(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of [...findings].sort((a, b) => comparePartIds(a.recommendation, b.recommendation))) {
    const heading = `${finding.recommendation === '' ? 'Policy' : `CSA ${finding.recommendation} `} ${finding.control} (${finding.severity})`;
    const group = groups.get(heading);
    if (group === undefined) {
      groups.set(heading, [finding]);
    } else {
      group.push(finding);
    }
  }
  return groups;
}

function row({ object, container, file, line, column, path, constructPath, message }: Finding): string[] {
  const name = `${object.kind}/${object.namespace === '' ? '' : `${object.namespace}/`}${object.name}`;
  const place = file === undefined ? constructPath ?? '' : `${file}:${line}:${column}`;
  return [`  ${name}${container === undefined ? '' : ` container ${container}`}: ${message}`, `    ${place}${path === '' ? '' : `  ${path}`}`];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A manifest's names are not ours: what would steer a terminal or start a line of its own is written as its code. */
function printable(line: string): string {
  // eslint-disable-next-line no-control-regex
  return line.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
