import { code, inTag, prose } from './markdown-text';
import { AcknowledgedFinding, Finding, Report } from './report';
import { rulesOf } from './rules';
import { count, patchLines, placeOf, placeOfError, subjectOf } from './wording';
import { comparePartIds } from '../../model/part-order';
import { RecommendationPart } from '../../model/recommendation';
import { Severity } from '../../model/severity';

const SEVERITIES = [Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW];

/** The report as Markdown, for a comment on a pull request: a short table, and the rest folded. */
export function markdownReport(report: Report): string {
  const { summary, findings, acknowledged, baseline, gone, errors, notices = [] } = report;
  const { objects, target, undetermined } = summary;
  return [
    `### Bulwark: ${findings.length === 0 ? 'nothing falls short' : count(findings.length, baseline === undefined ? 'finding' : 'new finding')}`,
    [
      `${count(objects, 'object')} judged for Kubernetes ${target}; ${acknowledged.length} acknowledged, ${count(errors.length, 'error')}`,
      ...baseline === undefined ? [] : [`${baseline.length} known from the baseline, ${gone!.length} of it gone`],
      ...undetermined === 0 ? [] : [`${count(undetermined, 'judgement')} open`],
    ].join('; '),
    ...findings.length === 0 ? [] : [table(findings)],
    ...errors.length === 0 ? [] : [
      `**Could not be read or judged**\n\n${errors.map(error =>
        `- ${placeOfError(error) === '' ? '' : `${code(placeOfError(error))}: `}${prose(error.message)}`).join('\n')}`,
    ],
    ...rulesOf(report).flatMap(({ id }) => {
      const own = findings.filter(({ control }) => control === id);
      return own.length === 0 ? [] : [folded(`${id}: ${count(own.length, 'finding')} (${own[0].severity})`, own.map(row), `\n\nTo mend it: ${prose(own[0].remediation)}`)];
    }),
    ...section('Acknowledged', acknowledged, finding => `${row(finding)}\n${acceptance(finding)}`),
    ...section('Known from the baseline', baseline ?? [], row),
    ...section('Of the baseline, gone', gone ?? [], row),
    ...section('To know', notices, notice => `- ${prose(notice)}`),
  ].join('\n\n').concat('\n');
}

/** Counts by part of the recommendations and severity. Nothing in it comes from a manifest. */
function table(findings: readonly Finding[]): string {
  const parts = [...new Set(findings.map(({ recommendation }) => recommendation))].sort(comparePartIds);
  const used = SEVERITIES.filter(severity => findings.some(finding => finding.severity === severity));
  const rows = parts.map(part => [
    part === '' ? 'Policies' : `CSA ${part}: ${RecommendationPart.all().find(({ id }) => id === part)?.asks ?? ''}`,
    ...used.map(severity => `${findings.filter(finding => finding.recommendation === part && finding.severity === severity).length || ''}`),
  ]);
  return [['Recommendation', ...used], ['---', ...used.map(() => '--:')], ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function section<Row>(title: string, rows: readonly Row[], written: (row: Row) => string): string[] {
  return rows.length === 0 ? [] : [folded(`${title}: ${rows.length}`, rows.map(written))];
}

function folded(title: string, rows: readonly string[], after = ''): string {
  return `<details><summary>${inTag(title)}</summary>\n\n${rows.join('\n')}${after}\n\n</details>`;
}

function row(finding: Finding): string {
  const { message, path } = finding;
  const places = [placeOf(finding), path].filter(place => place !== '').map(code).join(' ');
  return [`- ${code(subjectOf(finding))}: ${prose(message)}${places === '' ? '' : ` (${places})`}`, ...patchLines(finding).map(line => `  - ${code(line)}`)].join('\n');
}

function acceptance({ owner, reason, until }: AcknowledgedFinding): string {
  return `  - by ${prose(owner)}: ${prose(reason)}${until === undefined ? '' : ` (until ${until})`}`;
}
