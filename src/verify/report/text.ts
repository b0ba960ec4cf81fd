import { Finding, Report } from './report';

/** The report as a person reads it: findings by part of the recommendations and control, then what is open, then the sum. */
export function textReport(report: Report): string {
  const { summary, findings, acknowledged, errors, target } = report;
  const lines = [
    ...[...grouped(findings)].flatMap(([heading, group]) => [heading, ...group.map(row), `    to mend it: ${group[0].remediation}`, '']),
    ...acknowledged.length === 0 ? [] : [
      'Acknowledged',
      ...acknowledged.map(finding => `${row(finding)}\n      by ${finding.owner}: ${finding.reason}${finding.until === undefined ? '' : ` (until ${finding.until})`}`), '',
    ],
    ...errors.length === 0 ? [] : [
      'Errors: what could not be read or judged',
      ...errors.map(({ file, line, message }) => `  ${file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `}${message}`), '',
    ],
    `${summary.objects} objects judged for Kubernetes ${target}: ${summary.findings} findings`
    + ` (${Object.entries(summary.bySeverity).map(([severity, count]) => `${count} ${severity}`).join(', ')}), ${summary.acknowledged} acknowledged, ${summary.errors} errors`,
    ...summary.undetermined === 0 ? []
      : [`${summary.undetermined} judgements are open because objects could lie outside the input: give them with --context, or say --complete`],
  ];
  return `${lines.join('\n')}\n`;
}

function grouped(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of [...findings].sort((a, b) => a.recommendation.localeCompare(b.recommendation, 'en', { numeric: true }))) {
    const heading = `CSA ${finding.recommendation}  ${finding.control} (${finding.severity})`;
    const group = groups.get(heading);
    if (group === undefined) {
      groups.set(heading, [finding]);
    } else {
      group.push(finding);
    }
  }
  return groups;
}

function row({ object, container, file, line, column, path, constructPath, message }: Finding): string {
  const name = `${object.kind}/${object.namespace === '' ? '' : `${object.namespace}/`}${object.name}`;
  const place = file === undefined ? constructPath ?? '' : `${file}:${line}:${column}`;
  return `  ${name}${container === undefined ? '' : ` container ${container}`}: ${message}\n    ${place}${path === '' ? '' : `  ${path}`}`;
}
