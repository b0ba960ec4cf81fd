import { dump } from 'js-yaml';
import { AcknowledgedFinding, Finding, Report, ReportError } from './report';
import { ReportedRule, rulesOf } from './rules';
import { CLUSTER_SCOPED, groupKindOf } from '../../model/scope-of-kinds';

/** An object in etcd may have 1.5 MiB: so many results stay well below. */
const MOST_RESULTS = 500;

type Outcome = 'pass' | 'fail' | 'warn' | 'error' | 'skip';

interface Result {
  readonly policy: string;
  readonly result: Outcome;
  readonly [field: string]: unknown;
}

/**
 * The report as objects of openreports.io/v1alpha1, in YAML, for consoles that show policy reports: a Report a namespace, and a ClusterReport with what
 * belongs to none and with the controls that hold everywhere.
 */
export function openReports(report: Report): string {
  const { tool, findings, acknowledged, baseline = [], errors } = report;
  const categories = new Map(rulesOf(report).map(rule => [rule.id, rule]));
  const results = [
    ...findings.map(finding => ({ namespace: namespaceOf(finding), result: resultOf('fail', finding, {}) })),
    ...acknowledged.map(finding => ({ namespace: namespaceOf(finding), result: resultOf('skip', finding, acceptance(finding)) })),
    ...baseline.map(finding => ({ namespace: namespaceOf(finding), result: resultOf('warn', finding, { baseline: 'known' }) })),
    ...errors.map(error => ({ namespace: undefined, result: errorOf(error) })),
    ...holding(report, categories).map(result => ({ namespace: undefined, result })),
  ];
  const namespaces = [...new Set(results.map(({ namespace }) => namespace))];
  return namespaces.flatMap(namespace => {
    const own = results.filter(each => each.namespace === namespace).map(({ result }) => result);
    return Array.from({ length: Math.ceil(own.length / MOST_RESULTS) }, (_, index) =>
      objectOf(namespace, index, own.slice(index * MOST_RESULTS, (index + 1) * MOST_RESULTS), tool.name));
  }).map(object => `---\n${dump(object, { lineWidth: -1, noRefs: true })}`).join('');
}

/** Nothing for what belongs to no namespace; empty where the object leaves it to who applies it. */
function namespaceOf({ object: { apiVersion, kind, namespace } }: Finding): string | undefined {
  return CLUSTER_SCOPED.has(groupKindOf(apiVersion, kind)) ? undefined : namespace;
}

function objectOf(namespace: string | undefined, index: number, results: readonly Result[], source: string) {
  const count = (outcome: Outcome) => results.filter(({ result }) => result === outcome).length;
  return {
    apiVersion: 'openreports.io/v1alpha1',
    kind: namespace === undefined ? 'ClusterReport' : 'Report',
    metadata: {
      name: index === 0 ? source : `${source}-${index + 1}`,
      ...namespace === undefined || namespace === '' ? {} : { namespace },
      labels: { 'app.kubernetes.io/managed-by': source },
    },
    source,
    summary: { pass: count('pass'), fail: count('fail'), warn: count('warn'), error: count('error'), skip: count('skip') },
    results,
  };
}

function resultOf(result: Outcome, finding: Finding, further: { readonly [name: string]: string }): Result {
  const { control, recommendation, severity, object: { apiVersion, kind, namespace, name }, message } = finding;
  const { container, path, file, line, column, constructPath, madeAt, remediation, fingerprint } = finding;
  const made = madeAt && `${madeAt.file}:${madeAt.line}:${madeAt.column}`;
  const patch = finding.patch && JSON.stringify(finding.patch.operations);
  const properties = { container, path, file, line, column, constructPath, madeAt: made, remediation, patch, fingerprint, ...further };
  return {
    policy: control,
    ...recommendation === '' ? {} : { category: `CSA ${recommendation}` },
    severity,
    result,
    scored: true,
    message,
    resources: [{ apiVersion, kind, ...namespace === '' ? {} : { namespace }, name, ...path === '' ? {} : { fieldPath: path } }],
    properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined && value !== '').map(([key, value]) => [key, `${value}`])),
  };
}

function acceptance({ reason, owner, until }: AcknowledgedFinding): { readonly [name: string]: string } {
  return { reason, owner, ...until === undefined ? {} : { until } };
}

function errorOf({ file, line, message }: ReportError): Result {
  const properties = { ...file === undefined ? {} : { file }, ...line === undefined ? {} : { line: `${line}` } };
  return { policy: 'input', result: 'error', message, properties };
}

/** The controls that hold on everything they judged. */
function holding({ evidence }: Report, rules: ReadonlyMap<string, ReportedRule>): Result[] {
  return evidence.filter(({ passed, failed, acknowledged }) => passed > 0 && failed + acknowledged === 0).map(({ control, passed, undetermined }) => {
    const { recommendation, severity, title } = rules.get(control)!;
    return {
      policy: control,
      ...recommendation === '' ? {} : { category: `CSA ${recommendation}` },
      severity,
      result: 'pass' as const,
      scored: true,
      message: title,
      properties: { objects: `${passed}`, ...undetermined === 0 ? {} : { undetermined: `${undetermined}` } },
    };
  });
}
