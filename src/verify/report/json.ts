import { AcknowledgedFinding, Finding, Report, ReportSummary } from './report';

/**
 * The report as JSON, after `schemas/report.schema.json`. Every row has every field, in the same order; what there is nothing to say of is null.
 */
export function jsonReport({ schemaVersion, tool, summary, findings, acknowledged, baseline = [], gone = [], evidence, errors, notices = [] }: Report): string {
  return `${JSON.stringify({
    schemaVersion,
    tool,
    summary: summaryRow(summary, baseline.length, gone.length),
    findings: findings.map(findingRow),
    acknowledged: acknowledged.map(finding => ({ ...findingRow(finding), ...acceptance(finding) })),
    baseline: baseline.map(findingRow),
    gone: gone.map(findingRow),
    evidence,
    errors: errors.map(({ file = null, line = null, message }) => ({ file, line, message })),
    notices,
  }, null, 2)}\n`;
}

function summaryRow({ target, objects, findings, bySeverity, acknowledged, undetermined, errors }: ReportSummary, baseline: number, gone: number) {
  return { target, objects, findings, bySeverity, acknowledged, baseline, gone, undetermined, errors };
}

/** A finding as a row of JSON. */
export function findingRow(finding: Finding) {
  const { control, recommendation, severity, object, container = null, path, file = null, document = null, line = null, column = null } = finding;
  const { constructPath = null, message, remediation, references, fingerprint } = finding;
  return {
    control, recommendation, severity, object, container, path, file, document, line, column, constructPath, message, remediation, references, fingerprint,
  };
}

function acceptance({ reason, owner, until }: AcknowledgedFinding) {
  return { reason, owner, until: until ?? null };
}
