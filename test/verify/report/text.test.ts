import { Finding, Report, Severity } from '../../../src';
import { textReport } from '../../../src/verify/report/text';

const finding = (further: Partial<Finding> = {}): Finding => ({
  control: 'privileged-container',
  recommendation: '2.3',
  severity: Severity.CRITICAL,
  object: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web' },
  container: 'main',
  path: 'spec.containers[0]',
  file: 'web.yaml',
  document: 0,
  line: 7,
  column: 5,
  message: 'it is bad',
  remediation: 'make it good',
  references: [],
  fingerprint: '0',
  ...further,
});
const report = (further: Partial<Report>, undetermined = 0): Report => ({
  schemaVersion: '1',
  tool: { name: 'cdk8s-bulwark', version: '0' },
  findings: [],
  acknowledged: [],
  evidence: [],
  errors: [],
  ...further,
  summary: { target: '1.34', objects: 1, findings: further.findings?.length ?? 0, bySeverity: { critical: 1 }, acknowledged: 0, undetermined, errors: further.errors?.length ?? 0 },
});

test('findings stand below their control, with place, field and what to do', () => {
  expect(textReport(report({ findings: [finding(), finding({ container: undefined, file: undefined, constructPath: 'app/chart/web', path: '' })] })).split('\n')).toEqual([
    'CSA 2.3  privileged-container (critical)',
    '  Pod/shop/web container main: it is bad', '    web.yaml:7:5  spec.containers[0]',
    '  Pod/shop/web: it is bad', '    app/chart/web',
    '    to mend it: make it good', '',
    '1 object judged for Kubernetes 1.34: 2 findings (1 critical), 0 acknowledged, 0 errors', '',
  ]);
});

test('what was acknowledged says by whom, why and until when', () => {
  expect(textReport(report({ acknowledged: [{ ...finding(), reason: 'it must', owner: 'team-node', until: '2027-01-01' }] })))
    .toContain('Acknowledged\n  Pod/shop/web container main: it is bad\n    web.yaml:7:5  spec.containers[0]\n      by team-node: it must (until 2027-01-01)\n');
});

test('errors name file and line as far as they are known', () => {
  expect(textReport(report({ errors: [{ file: 'a.yaml', line: 3, message: 'x' }, { file: 'b.yaml', message: 'y' }, { message: 'z' }] })))
    .toContain('Errors: what could not be read or judged\n  a.yaml:3: x\n  b.yaml: y\n  z\n\n1 object judged');
});

test('what is open is said, and what to do', () => {
  expect(textReport(report({}, 2))).toMatch(/2 judgements; give them with --context, or say --complete\n$/);
});

test.each(['\u001b[2J', '\n', '\r', '\u0007', '\u202e', '\u2028'])('%j is written as its code', name => {
  const text = textReport(report({ findings: [finding({ object: { apiVersion: 'v1', kind: 'Pod', namespace: '', name } })] }));
  expect(text).toContain(`Pod/${[...name].map(character => character < ' ' || character > '\u2000' ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character).join('')} container`);
});
