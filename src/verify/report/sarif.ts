import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AcknowledgedFinding, Finding, Report, ReportError } from './report';
import { ReportedRule, rulesOf } from './rules';
import { acceptedBy, editedAt, objectName, subjectOf } from './wording';
import { RemedyClass } from '../../controls/remedy';
import { Severity } from '../../model/severity';

/** How SARIF tells severities apart, and the number by which GitHub ranks security findings. */
const LEVELS: { readonly [severity in Severity]: { readonly level: string; readonly rank: string } } = {
  [Severity.CRITICAL]: { level: 'error', rank: '9.5' },
  [Severity.HIGH]: { level: 'error', rank: '8.0' },
  [Severity.MEDIUM]: { level: 'warning', rank: '5.5' },
  [Severity.LOW]: { level: 'note', rank: '2.0' },
};

/** A change of a text: what stands between two places is replaced. */
export interface TextReplacement {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly text: string;
}

/**
 * The report in the Static Analysis Results Interchange Format, 2.1.0. Acknowledged findings are suppressed results; a baseline gives each result its state.
 *
 * @param replacements how the text of a finding's file changes where it is mended, as far as that is known
 */
export function sarifReport(report: Report, replacements: (finding: Finding) => readonly TextReplacement[] | undefined = () => undefined): string {
  const { tool, findings, acknowledged, baseline, gone, errors, notices = [] } = report;
  const rules = rulesOf(report);
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const state = (baselineState: string) => baseline === undefined ? {} : { baselineState };
  const result = (finding: Finding) => ({ ...resultOf(finding, index.get(finding.control)!), ...fixesOf(finding, replacements(finding)) });
  return `${JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: tool.name, semanticVersion: tool.version, informationUri: 'https://github.com/cdk8s-bulwark/cdk8s-bulwark', rules: rules.map(ruleOf) } },
      invocations: [{
        executionSuccessful: errors.length === 0,
        toolExecutionNotifications: [...errors.map(notificationOf), ...notices.map(text => ({ level: 'note', message: { text } }))],
      }],
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { SRCROOT: { description: { text: 'The folder in which bulwark ran.' } } },
      results: [
        ...findings.map(finding => ({ ...result(finding), ...state('new') })),
        ...acknowledged.map(finding => ({ ...result(finding), suppressions: [suppressionOf(finding)] })),
        ...(baseline ?? []).map(finding => ({ ...result(finding), ...state('unchanged') })),
        ...(gone ?? []).map(finding => ({ ...result(finding), ...state('absent') })),
      ],
    }],
  }, null, 2)}\n`;
}

function ruleOf({ id, title, recommendation, severity, message, remediation, references }: ReportedRule) {
  const help = `${title}. Where it does not hold: ${message}. To mend it: ${remediation}.`;
  const asked = references.length === 0 ? '' : `\n\nAsked for by ${references.map(String).join(', ')}.`;
  const url = references.find(reference => reference.url !== undefined)?.url;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: `${title}. Where it does not hold: ${message}.` },
    help: { text: `${help}${asked}` },
    ...url === undefined ? {} : { helpUri: url },
    defaultConfiguration: { level: LEVELS[severity].level },
    properties: { 'tags': ['security', ...recommendation === '' ? [] : [`CSA ${recommendation}`]], 'security-severity': LEVELS[severity].rank, 'precision': 'high' },
  };
}

function resultOf(finding: Finding, ruleIndex: number) {
  const { control, severity, object, path, constructPath, message, remediation, patch, references, fingerprint } = finding;
  const { file, line, column } = editedAt(finding) ?? {};
  const region = line === undefined ? {} : { region: { startLine: line, ...column === undefined ? {} : { startColumn: column } } };
  return {
    ruleId: control,
    ruleIndex,
    level: LEVELS[severity].level,
    message: { text: `${subjectOf(finding)}: ${message}. To mend it: ${remediation}.` },
    locations: [{
      ...file === undefined ? {} : { physicalLocation: { artifactLocation: artifactOf(file), ...region } },
      logicalLocations: [
        { kind: 'object', name: object.name, fullyQualifiedName: `${objectName(object)}${path === '' ? '' : `:${path}`}` },
        ...constructPath === undefined ? [] : [{ kind: 'construct', fullyQualifiedName: constructPath }],
      ],
    }],
    partialFingerprints: { 'cdk8sBulwark/v1': fingerprint },
    properties: { severity, references, ...patch === undefined ? {} : { patch } },
  };
}

function fixesOf({ file, remediation, patch }: Finding, replacements: readonly TextReplacement[] | undefined) {
  return replacements === undefined || file === undefined || file === '-' ? {} : {
    fixes: [{
      description: { text: `${remediation}${patch?.remedyClass === RemedyClass.BEHAVIOURAL ? '. It could stop a program that runs today: try it first' : ''}` },
      artifactChanges: [{
        artifactLocation: artifactOf(file),
        replacements: replacements.map(({ start, end, text }) => ({
          deletedRegion: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
          insertedContent: { text },
        })),
      }],
    }],
  };
}

function suppressionOf(finding: AcknowledgedFinding) {
  const { owner, until } = finding;
  return { kind: 'external', status: 'accepted', justification: acceptedBy(finding), properties: { owner, ...until === undefined ? {} : { until } } };
}

function notificationOf({ file, line, message }: ReportError) {
  const region = line === undefined ? {} : { region: { startLine: line } };
  return {
    level: 'error',
    message: { text: message },
    ...file === undefined || file === '-' ? {} : { locations: [{ physicalLocation: { artifactLocation: artifactOf(file), ...region } }] },
  };
}

/** A relative file is relative to where the command ran; each of its segments may hold what an address may not. */
function artifactOf(file: string) {
  return isAbsolute(file) ? { uri: pathToFileURL(file).href }
    : { uri: file.split(/[\\/]/).map(segment => encodeURIComponent(Buffer.from(segment).toString())).join('/'), uriBaseId: 'SRCROOT' };
}
