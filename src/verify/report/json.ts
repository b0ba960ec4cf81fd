import { AcknowledgedFinding, Finding, Report, ReportError, ReportSummary } from './report';

/** So many rows are written at once. */
const ROWS = 1000;

/**
 * The report as JSON, after `schemas/report.schema.json`, in portions: of 100,000 documents it is longer than the memory should be. Every row has every
 * field, in the same order; what there is nothing to say of is null.
 */
export function* jsonPortions(report: Report): Generator<string> {
  const { schemaVersion, tool, summary, findings, acknowledged, baseline = [], gone = [], evidence, errors, notices = [] } = report;
  const fields: readonly (readonly [name: string, content: Generator<string>])[] = [
    ['schemaVersion', whole(schemaVersion)],
    ['tool', whole(tool)],
    ['summary', whole(summaryRow(summary, baseline.length, gone.length))],
    ['findings', rows(findings, findingRow)],
    ['acknowledged', rows(acknowledged, acknowledgedRow)],
    ['baseline', rows(baseline, findingRow)],
    ['gone', rows(gone, findingRow)],
    ['evidence', whole(evidence)],
    ['errors', rows(errors, errorRow)],
    ['notices', whole(notices)],
  ];
  for (const [index, [name, content]] of fields.entries()) {
    yield `${index === 0 ? '{' : ','}\n  "${name}": `;
    yield* content;
  }
  yield '\n}\n';
}

function* whole(value: unknown): Generator<string> {
  yield indented(value);
}

function* rows<Row>(all: readonly Row[], written: (row: Row) => unknown): Generator<string> {
  if (all.length === 0) {
    yield '[]';
    return;
  }
  for (let at = 0; at < all.length; at += ROWS) {
    // Without the brackets around them, which stand around all of them.
    const some = indented(all.slice(at, at + ROWS).map(written)).slice('['.length, -'\n  ]'.length);
    yield `${at === 0 ? '[' : ','}${some}`;
  }
  yield '\n  ]';
}

/** A field's value, as it stands in the report. */
function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}

function summaryRow({ target, objects, findings, bySeverity, acknowledged, undetermined, errors }: ReportSummary, baseline: number, gone: number) {
  return { target, objects, findings, bySeverity, acknowledged, baseline, gone, undetermined, errors };
}

/** A finding as a row of JSON. */
export function findingRow(finding: Finding) {
  const { control, recommendation, severity, object, container = null, path, file = null, document = null, line = null, column = null } = finding;
  const { constructPath = null, madeAt = null, message, remediation, patch = null, references, fingerprint } = finding;
  const place = { path, file, document, line, column, constructPath, madeAt };
  return { control, recommendation, severity, object, container, ...place, message, remediation, patch, references, fingerprint };
}

/** A finding that was accepted, as a row of JSON. */
export function acknowledgedRow(finding: AcknowledgedFinding) {
  const { reason, owner, until = null } = finding;
  return { ...findingRow(finding), reason, owner, until };
}

/** An error as a row of JSON. */
export function errorRow({ file, line, message }: ReportError) {
  return { file: file ?? null, line: line ?? null, message };
}
