import { Finding, Report } from './report';
import { Severity } from '../../model/severity';

/**
 * A report held against what was found before. What the baseline has too is accepted, by fingerprint, and told apart; `findings` has what is new.
 *
 * @param known the findings of before
 */
export function againstBaseline(report: Report, known: readonly Finding[]): Report {
  const before = new Set(known.map(({ fingerprint }) => fingerprint));
  const now = new Set([...report.findings, ...report.acknowledged].map(({ fingerprint }) => fingerprint));
  const findings = report.findings.filter(({ fingerprint }) => !before.has(fingerprint));
  const baseline = report.findings.filter(({ fingerprint }) => before.has(fingerprint));
  const gone = known.filter(({ fingerprint }) => !now.has(fingerprint));
  const severities = Object.keys(report.summary.bySeverity) as Severity[];
  return {
    ...report,
    summary: {
      ...report.summary,
      findings: findings.length,
      bySeverity: Object.fromEntries(severities.map(severity => [severity, findings.filter(finding => finding.severity === severity).length])),
      baseline: baseline.length,
      gone: gone.length,
    },
    findings,
    baseline,
    gone,
  };
}

const TEXTS = ['control', 'recommendation', 'severity', 'path', 'message', 'remediation', 'fingerprint'] as const;

/**
 * The findings of a JSON report, also those that it knew from a baseline of its own.
 *
 * @throws if it is none
 */
export function findingsOfReport(text: string): Finding[] {
  let report: any;
  try {
    report = JSON.parse(text);
  } catch (error) {
    throw new Error(`it is not JSON: ${(error as Error).message}`);
  }
  if (report?.schemaVersion !== '1' || !Array.isArray(report.findings)) {
    throw new Error('it is no report of this version');
  }
  return [...report.findings, ...report.baseline ?? []].map((row: any, index): Finding => {
    const fault = TEXTS.find(field => typeof row?.[field] !== 'string') ?? (typeof row.object?.kind !== 'string' ? 'object' : undefined);
    if (fault !== undefined) {
      throw new Error(`finding ${index + 1} has no ${fault}`);
    }
    return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, value ?? undefined])) as unknown as Finding;
  });
}
