import { HOSTILE, hostileReport, pod, verified } from './example';
import { Report } from '../../../src';
import { againstBaseline } from '../../../src/verify/report/baseline';
import { githubReport } from '../../../src/verify/report/github';
import { printable } from '../../../src/verify/report/printable';

/** A workflow command as the runner of GitHub Actions reads it. Only lines that begin so are commands. */
interface Command { readonly level: string; readonly properties: { readonly [name: string]: string }; readonly message: string }

const unescaped = (text: string) => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');

function commands(report: Report): Command[] {
  return githubReport(report).split(/\r?\n/).filter(line => line.startsWith('::')).map(line => {
    const [, level, properties, message] = /^::(\w+) (.*?)::(.*)$/.exec(line)!;
    return { level, properties: Object.fromEntries(properties.split(',').map(each => { const at = each.indexOf('='); return [each.slice(0, at), unescaped(each.slice(at + 1))]; })), message: unescaped(message) };
  });
}

const report = verified([pod('web', 'main', { reason: 'it must', owner: 'jane' })], { packs: ['pss-baseline'] }, 'dir/a, b: 100%.yaml');

test('a finding stands at its line, with what is wrong and what to do', () => {
  const [first, ...others] = commands(report);
  expect(first).toEqual({
    level: 'error',
    properties: { title: 'privileged-container (CSA 2.3, critical)', file: 'dir/a, b: 100%.yaml', line: '1', col: `${report.findings[0].column}` },
    message: 'Pod/shop/web container main: it runs privileged: it owns its node\nto mend it: remove securityContext.privileged; add the single capability that the program needs instead',
  });
  expect(others).toEqual([expect.objectContaining({ level: 'notice', message: expect.stringMatching(/\nacknowledged by jane: it must$/) })]);
});

test('severities are errors, warnings and notices; what the baseline knows is a notice', () => {
  const levels = new Map(commands(verified([pod('web')])).map(({ level, properties }) => [/(\w+)\)$/.exec(properties.title)![1], level]));
  expect(Object.fromEntries(levels)).toEqual({ critical: 'error', high: 'error', medium: 'warning', low: 'notice' });
  expect(commands(againstBaseline(report, report.findings)).map(({ level }) => level)).toEqual(['notice', 'notice']);
});

test('standard input is no file of a pull request: the place is in the text', () => {
  const [first] = commands(verified([pod('web')], { packs: ['pss-baseline'] }, '-'));
  expect(Object.keys(first.properties)).toEqual(['title']);
  expect(first.message).toContain('it owns its node [-:1:');
});

test('nobody injects a command, and nothing is lost', () => {
  const hostile = hostileReport();
  const read = commands(hostile);
  const { findings, acknowledged, baseline, errors, notices } = hostile;
  expect(read).toHaveLength(findings.length + acknowledged.length + baseline!.length + errors.length + notices!.length);
  expect(githubReport(hostile).trimEnd().split('\n').filter(line => !line.startsWith('::'))).toHaveLength(1);
  HOSTILE.forEach(text => ['says ', 'do ', 'because ', 'error ', 'notice '].forEach(word => expect(read.some(({ message }) => message.includes(printable(`${word}${text}`)))).toBe(true)));
});
