import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { HOSTILE, hostileReport, pod, verified } from './example';
import { againstBaseline } from '../../../src/verify/report/baseline';
import { sarifReport } from '../../../src/verify/report/sarif';

// The schema of the standard, as Microsoft's own matchers for SARIF carry it. It is of draft 4, in which ids are called otherwise.
const { id: $id, $schema: _draft, ...schema } = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const ajv = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }));
const validate = ajv.compile({ $id, ...schema });
const faults = (log: unknown) => validate(log) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);

const report = verified([pod('web', 'main', { reason: 'it must', owner: 'jane', until: '2027-01-01' }), pod('other')], { packs: ['pss-baseline'] });
const log = JSON.parse(sarifReport(report));
const [{ results, tool: { driver } }] = log.runs;

test.each([['a report', report], ['a report with every kind of row, and hostile texts', hostileReport()], ['errors', verified(['a: 1', 'b: ['])]])('%s is as the standard\'s schema says', (_name, each) => {
  expect(faults(JSON.parse(sarifReport(each)))).toEqual([]);
});

test('the schema refuses what is none', () => {
  expect(faults({ ...log, version: '2.0.0' })).not.toEqual([]);
  expect(faults({ ...log, runs: [{ ...log.runs[0], results: [{ ...results[0], level: 'critical' }] }] })).not.toEqual([]);
});

test('a result says where, what and how grave, and stays the same in every run', () => {
  expect(results[0]).toMatchObject({
    ruleId: 'privileged-container',
    level: 'error',
    message: { text: 'Pod/shop/web container main: it runs privileged: it owns its node. To mend it: remove securityContext.privileged; add the single capability that the program needs instead.' },
    locations: [{
      physicalLocation: { artifactLocation: { uri: 'web.yaml', uriBaseId: 'SRCROOT' }, region: { startLine: 1, startColumn: expect.any(Number) } },
      logicalLocations: [{ kind: 'object', name: 'web', fullyQualifiedName: 'Pod/shop/web:spec.containers[0].securityContext.privileged' }],
    }],
    partialFingerprints: { 'cdk8sBulwark/v1': report.findings[0].fingerprint },
  });
  expect(driver.rules[results[0].ruleIndex].id).toBe('privileged-container');
});

test('a rule tells what it asks for, why, and how to mend it', () => {
  const rule = driver.rules.find(({ id }: any) => id === 'privileged-container');
  expect(rule).toMatchObject({
    shortDescription: { text: 'Containers are not privileged' },
    help: { text: expect.stringMatching(/it owns its node\. To mend it: remove .*\n\nAsked for by PSS baseline, CIS/s) },
    defaultConfiguration: { level: 'error' },
    properties: { 'tags': ['security', 'CSA 2.3'], 'security-severity': '9.5' },
  });
  expect(driver.rules).toHaveLength(report.evidence.length);
});

test('what was acknowledged is suppressed, with who and why', () => {
  expect(results.filter(({ suppressions }: any) => suppressions !== undefined)).toEqual([expect.objectContaining({
    ruleId: 'host-pid', suppressions: [{ kind: 'external', status: 'accepted', justification: 'by jane: it must (until 2027-01-01)', properties: { owner: 'jane', until: '2027-01-01' } }],
  })]);
});

test('a baseline gives results their state', () => {
  const [first, ...others] = report.findings;
  const held = JSON.parse(sarifReport(againstBaseline(report, [...others, { ...first, fingerprint: '0'.repeat(16) }])));
  expect(faults(held)).toEqual([]);
  expect(held.runs[0].results.map(({ baselineState }: any) => baselineState)).toEqual(['new', undefined, 'unchanged', 'absent']);
});

test('files are addresses, whatever they are called, and standard input has none', () => {
  const at = (file: string) => JSON.parse(sarifReport(verified([pod('web')], {}, file))).runs[0].results[0].locations[0].physicalLocation?.artifactLocation;
  expect(at('a b/c%d#e?.yaml')).toEqual({ uri: 'a%20b/c%25d%23e%3F.yaml', uriBaseId: 'SRCROOT' });
  expect(at('/tmp/a b.yaml')).toEqual({ uri: 'file:///tmp/a%20b.yaml' });
  expect(at('-')).toBeUndefined();
});

test('nothing of what others write is lost', () => {
  const text = sarifReport(hostileReport());
  HOSTILE.forEach(hostile => expect(text).toContain(JSON.stringify(`says ${hostile}`).slice(1, -1)));
});
