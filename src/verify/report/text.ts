import { printable } from './printable';
import { AcknowledgedFinding, Finding, Report, ReportSummary } from './report';
import { PLAIN, TextStyle } from './text-style';
import { acceptedBy, count, patchLines, placeOf, placeOfError, subjectOf } from './wording';
import { comparePartIds } from '../../model/part-order';

/** A line of the report, and what it is. */
type Line = readonly [text: string, look?: (text: string) => string];

/** The report as a person reads it: findings by part of the recommendations and control, then what is open, then the sum. */
export function textReport(report: Report, style: TextStyle = PLAIN): string {
  const { summary, findings, acknowledged, baseline = [], gone = [], errors, notices = [] } = report;
  const title = (text: string): Line => [text, style.heading];
  const rows = (finding: Finding) => row(finding, style);
  const section = <Row>(name: string, of: readonly Row[], lines: (row: Row) => Line[]): Line[] =>
    of.length === 0 ? [] : [title(name), ...of.flatMap(lines), ['']];
  const lines: Line[] = [
    ...[...grouped(findings)].flatMap(([heading, group]): Line[] =>
      [[heading, text => style.heading(text, group[0].severity)], ...group.flatMap(rows), [`    to mend it: ${group[0].remediation}`], ['']]),
    ...section('Acknowledged', acknowledged, (finding: AcknowledgedFinding) => [...rows(finding), [`      ${acceptedBy(finding)}`]]),
    ...section('Known from the baseline', baseline, rows),
    ...section('Of the baseline, gone', gone, rows),
    ...section('Errors: what could not be read or judged', errors, error =>
      [[`  ${placeOfError(error) === '' ? '' : `${placeOfError(error)}: `}${error.message}`]]),
    ...section('To know', notices, notice => [[`  ${notice}`]]),
    ...sum(summary).map((text): Line => [text]),
  ];
  return lines.flatMap(([text, look = same]) => style.wrap(printable(text)).map(each => look(each))).map(line => `${line}\n`).join('');
}

const same = (text: string) => text;

function sum({ objects, target, findings, bySeverity, acknowledged, baseline, gone, errors, undetermined }: ReportSummary): string[] {
  const severities = Object.entries(bySeverity).map(([severity, number]) => `${number} ${severity}`).join(', ');
  return [
    `${count(objects, 'object')} judged for Kubernetes ${target}: ${count(findings, baseline === undefined ? 'finding' : 'new finding')} (${severities}), ${acknowledged} acknowledged, ${
      baseline === undefined ? '' : `${baseline} known from the baseline, `}${count(errors, 'error')}`,
    ...gone === undefined || gone === 0 ? [] : [`Gone since the baseline: ${count(gone, 'finding')}; write it anew to keep them from coming back`],
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

function row(finding: Finding, style: TextStyle): Line[] {
  const { path, message } = finding;
  const patch = patchLines(finding).map((line): Line => [`    ${line}`, style.faint]);
  return [[`  ${subjectOf(finding)}: ${message}`], [`    ${placeOf(finding)}${path === '' ? '' : `  ${path}`}`, style.faint], ...patch];
}
