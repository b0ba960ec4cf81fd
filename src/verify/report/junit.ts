import { markup, Markup } from './markup';
import { Evidence, Finding, Report } from './report';
import { ReportedRule, rulesOf } from './rules';
import { acceptedBy, count, patchLines, placeOf, placeOfError, subjectOf } from './wording';

/** A case, and how it counts. */
interface Case {
  readonly xml: Markup;
  readonly counts: 'failures' | 'errors' | 'skipped' | 'passed';
}

/**
 * The report as JUnit XML, for dashboards of tests: a suite a control, a failure a finding; what is acknowledged, or was found before, is skipped.
 */
export function junitReport(report: Report): string {
  const { tool, evidence, errors } = report;
  const byControl = new Map(evidence.map(row => [row.control, row]));
  const suites = [
    ...rulesOf(report).map(rule => suite(`${rule.recommendation === '' ? 'Policy' : `CSA ${rule.recommendation}`} ${rule.id}`, casesOf(rule, report, byControl.get(rule.id)))),
    ...errors.length === 0 ? [] : [suite('what could not be read or judged', errors.map((error): Case => ({
      xml: markup`    <testcase classname="input" name="${placeOfError(error) || 'input'}"><error message="${error.message}">${error.message}</error></testcase>\n`,
      counts: 'errors',
    })))],
  ];
  const sum = (counts: Case['counts']) => suites.flatMap(({ cases }) => cases).filter(each => each.counts === counts).length;
  const tests = suites.reduce((total, { cases }) => total + cases.length, 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    markup`<testsuites name="${tool.name}" tests="${tests}" failures="${sum('failures')}" errors="${sum('errors')}">\n${suites.map(({ xml }) => xml)}</testsuites>\n`}`;
}

function suite(name: string, cases: readonly Case[]) {
  const sum = (counts: Case['counts']) => cases.filter(each => each.counts === counts).length;
  return {
    cases,
    xml: markup`  <testsuite name="${name}" tests="${cases.length}" failures="${sum('failures')}" errors="${sum('errors')}" skipped="${sum('skipped')}">\n${
      cases.map(({ xml }) => xml)}  </testsuite>\n`,
  };
}

function casesOf(rule: ReportedRule, { findings, acknowledged, baseline = [] }: Report, evidence?: Evidence): Case[] {
  const own = ({ control }: Finding) => control === rule.id;
  const skipped = (finding: Finding, why: string): Case => ({ xml: testcase(finding, markup`<skipped>${why}: ${finding.message}</skipped>`), counts: 'skipped' });
  const cases = [
    ...findings.filter(own).map((finding): Case => ({ xml: testcase(finding, failure(finding)), counts: 'failures' })),
    ...acknowledged.filter(own).map(finding => skipped(finding, `acknowledged ${acceptedBy(finding)}`)),
    ...baseline.filter(own).map(finding => skipped(finding, 'found before, as the baseline says')),
  ];
  const { passed = 0, undetermined = 0 } = evidence ?? {};
  return [
    ...passed === 0 ? [] : [{ xml: markup`    <testcase classname="${rule.id}" name="${rule.title}: holds on ${count(passed, 'object')}"/>\n`, counts: 'passed' as const }],
    ...undetermined === 0 ? [] : [{
      xml: markup`    <testcase classname="${rule.id}" name="${rule.title}: open on ${count(undetermined, 'object')}"><skipped>the objects it needs could lie outside the input</skipped></testcase>\n`,
      counts: 'skipped' as const,
    }],
    ...cases,
  ];
}

function testcase(finding: Finding, outcome: Markup): Markup {
  const { control, path } = finding;
  return markup`    <testcase classname="${control}" name="${subjectOf(finding)}${path === '' ? '' : `: ${path}`}">${outcome}</testcase>\n`;
}

function failure(finding: Finding): Markup {
  const { severity, message, remediation } = finding;
  return markup`<failure type="${severity}" message="${message}">${placeOf(finding)}\nto mend it: ${remediation}${patchLines(finding).map(line => `\n${line}`)}</failure>`;
}
