import { Difference } from './difference';
import { acknowledgedRow, errorRow, findingRow } from './json';
import { code, prose } from './markdown-text';
import { printable } from './printable';
import { AcknowledgedFinding, Finding, ReportedObject, ReportError } from './report';
import { acceptedBy, count, objectName, placeOf, placeOfError, subjectOf } from './wording';
import { Reencrypted } from '../../connectivity/edge';
import { edgeRow, ENCRYPTION_WORDS, sorted, textEdge } from '../../connectivity/written';

const STATES = ['added', 'removed', 'changed'] as const;

/** What a reviewer has to see first. */
const CONNECTIONS = ['opened', 'closed'] as const;

/** The difference as a person reads it in a terminal. */
export function textDifference(difference: Difference): string {
  const { appeared, went, acknowledged, errors } = difference;
  const lines = [
    ...CONNECTIONS.flatMap(state => sorted(difference[state]).map(edge => `${state.padEnd(7)} ${textEdge(edge)}`)),
    ...sorted(difference.reencrypted).map(edge => `${changeOf(edge)} ${textEdge(edge)}, before ${before(edge)}`),
    ...[...CONNECTIONS, 'reencrypted' as const].every(state => difference[state].length === 0) ? [] : [''],
    ...appeared.flatMap(finding => [`+ ${described(finding)}`, `    to mend it: ${finding.remediation}`]),
    ...acknowledged.map(finding => `~ ${described(finding)}: acknowledged ${acceptedBy(finding)}`),
    ...went.map(finding => `- ${described(finding)}`),
    ...appeared.length + acknowledged.length + went.length === 0 ? [] : [''],
    ...STATES.flatMap(state => difference[state].map(object => `${state.padEnd(7)} ${objectName(object)} (${object.apiVersion})`)),
    ...STATES.every(state => difference[state].length === 0) ? [] : [''],
    ...errors.map(error => `error ${placed(error)}${error.message}`),
    sum(difference),
  ];
  return lines.map(line => `${printable(line)}\n`).join('');
}

/** The difference as Markdown, for a comment on a pull request. */
export function markdownDifference(difference: Difference): string {
  const { appeared, went, acknowledged, errors } = difference;
  const row = (finding: Finding) => {
    const place = placeOf(finding);
    return `- ${code(subjectOf(finding))}: ${prose(finding.message)} (${finding.severity}, ${prose(finding.control)}${place === '' ? '' : `, ${code(place)}`})`;
  };
  const section = <Row>(title: string, rows: readonly Row[], written: (row: Row) => string) =>
    rows.length === 0 ? [] : [`<details><summary>${title}: ${rows.length}</summary>\n\n${rows.map(written).join('\n')}\n\n</details>`];
  return [
    `### Bulwark: ${appeared.length === 0 ? 'no new finding' : count(appeared.length, 'new finding')}`,
    sum(difference),
    ...errors.length === 0 ? [] : [errors.map(error => `- ${placed(error, code)}${prose(error.message)}`).join('\n')],
    ...CONNECTIONS.flatMap(state => section(`Connections ${state}`, sorted(difference[state]), edge => `- ${code(textEdge(edge))}`)),
    ...section('Connections that travel otherwise', sorted(difference.reencrypted), edge => `- ${code(textEdge(edge))}, before ${before(edge)}`),
    ...appeared.length === 0 ? [] : [appeared.map(finding => `${row(finding)}\n  - To mend it: ${prose(finding.remediation)}`).join('\n')],
    ...section('Acknowledged since', acknowledged, (finding: AcknowledgedFinding) => `${row(finding)}\n  - by ${prose(finding.owner)}: ${prose(finding.reason)}`),
    ...section('Gone', went, row),
    ...STATES.flatMap(state => section(`Objects ${state}`, difference[state], (object: ReportedObject) => `- ${code(objectName(object))}`)),
  ].join('\n\n').concat('\n');
}

/** The difference as JSON. Findings are rows as in the report. */
export function jsonDifference(difference: Difference): string {
  const { appeared, went, acknowledged, remaining, added, removed, changed, opened, closed, reencrypted, errors } = difference;
  return `${JSON.stringify({
    schemaVersion: '1',
    summary: { ...counts({ appeared, went, acknowledged }), remaining, ...counts({ added, removed, changed, opened, closed, reencrypted, errors }) },
    appeared: appeared.map(findingRow),
    went: went.map(findingRow),
    acknowledged: acknowledged.map(acknowledgedRow),
    objects: { added, removed, changed },
    connections: {
      opened: sorted(opened).map(edgeRow),
      closed: sorted(closed).map(edgeRow),
      reencrypted: sorted(reencrypted).map(edge => ({ ...edgeRow(edge), before: edge.before })),
    },
    errors: errors.map(errorRow),
  }, null, 2)}\n`;
}

function counts(rows: { readonly [name: string]: readonly unknown[] }): { readonly [name: string]: number } {
  return Object.fromEntries(Object.entries(rows).map(([name, { length }]) => [name, length]));
}

const before = (edge: Reencrypted) => edge.before === undefined ? 'not judged' : ENCRYPTION_WORDS[edge.before];
const changeOf = ({ encryption }: Reencrypted) => encryption === 'encrypted' ? 'secured' : 'exposed';

/** Errors as messages begin: with the place, where it is known. */
function placed(error: ReportError, written: (place: string) => string = place => place): string {
  const place = placeOfError(error);
  return place === '' ? '' : `${written(place)}: `;
}

function described(finding: Finding): string {
  const { control, severity, message } = finding;
  const place = placeOf(finding);
  return `${control} (${severity}) ${subjectOf(finding)}: ${message}${place === '' ? '' : ` [${place}]`}`;
}

function sum({ appeared, went, acknowledged, remaining, added, removed, changed, opened, closed, reencrypted, errors }: Difference): string {
  return `${count(appeared.length, 'finding')} appeared, ${went.length} went, ${acknowledged.length} acknowledged since, ${remaining} remain; `
    + `${count(added.length, 'object')} added, ${removed.length} removed, ${changed.length} changed; ${count(opened.length, 'connection')} opened, ${closed.length} closed, ${reencrypted.length} encrypted otherwise; ${count(errors.length, 'error')}`;
}
