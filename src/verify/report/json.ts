import { AcknowledgedFinding, Finding, Report, ReportError, ReportSummary } from './report';

/**
 * The report as JSON, after `schemas/report.schema.json`. Every row has every field, in the same order; what there is nothing to say of is null.
 */
export function jsonReport(report: Report): string {
  const { schemaVersion, tool, summary, findings, acknowledged, baseline = [], gone = [], evidence, errors, notices = [] } = report;
  return `${JSON.stringify({
    schemaVersion,
    tool,
    summary: summaryRow(summary, baseline.length, gone.length),
    findings: findings.map(findingRow),
    acknowledged: acknowledged.map(acknowledgedRow),
    baseline: baseline.map(findingRow),
    gone: gone.map(findingRow),
    evidence,
    errors: errors.map(errorRow),
    notices,
  }, null, 2)}\n`;
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
