import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bulwark, describeCommand, folder, ONLY, pod, verify } from './run';

/** A folder whose findings of now are in before.json, and then change: b is mended, c is new, a moves to another line. */
function changed(): string {
  const cwd = folder({ 'a.yaml': pod('a'), 'b.yaml': pod('b') });
  expect(bulwark(cwd, ['verify', '.', ...ONLY, '--output', 'json=before.report']).status).toBe(1);
  writeFileSync(join(cwd, 'a.yaml'), `# moved\n---\n# down\n${pod('a')}`);
  writeFileSync(join(cwd, 'b.yaml'), pod('b', false));
  return cwd;
}

describeCommand('--baseline', () => {
  test('accepts what was there, and tells what is gone', () => {
    const cwd = changed();
    const { status, report } = verify(cwd, ['.', ...ONLY, '--baseline', 'before.report']);
    expect(status).toBe(0);
    expect(report.summary).toMatchObject({ findings: 0, bySeverity: { critical: 0 }, baseline: 1, gone: 1 });
    expect(report.baseline).toEqual([expect.objectContaining({ object: expect.objectContaining({ name: 'a' }), line: 12 })]);
    expect(report.gone).toEqual([expect.objectContaining({ object: expect.objectContaining({ name: 'b' }), file: 'b.yaml' })]);
    const { stdout } = bulwark(cwd, ['verify', '.', ...ONLY, '--baseline', 'before.report']);
    expect(stdout).toContain('2 objects judged for Kubernetes 1.34: 0 new findings (0 critical, 0 high, 0 medium, 0 low), 0 acknowledged, 1 known from the baseline, 0 errors\n');
    expect(stdout).toContain('Gone since the baseline: 1 finding; ');
    expect(stdout).toContain('Known from the baseline\n  Pod/a container main: ');
    expect(stdout).toContain('Of the baseline, gone\n  Pod/b container main: ');
  });

  test('fails on what is new alone', () => {
    const cwd = changed();
    writeFileSync(join(cwd, 'c.yaml'), pod('c'));
    const { status, report } = verify(cwd, ['.', ...ONLY, '--baseline', 'before.report']);
    expect([status, report.findings.map(({ object }: any) => object.name)]).toEqual([1, ['c']]);
    expect(report.summary.bySeverity.critical).toBe(1);
    expect(verify(cwd, ['.', ...ONLY]).status).toBe(1);
  });

  test('a report that had a baseline is one: what was known stays known', () => {
    const cwd = changed();
    expect(bulwark(cwd, ['verify', '.', ...ONLY, '--baseline', 'before.report', '--output', 'json=next.report']).status).toBe(0);
    expect(verify(cwd, ['.', ...ONLY, '--baseline', 'next.report']).report.summary).toMatchObject({ findings: 0, baseline: 1, gone: 0 });
  });

  test('a finding that lost its acknowledgement is new', () => {
    const accepted = pod('a').replace('name: a', 'name: a\n  annotations: {cdk8s-bulwark/acknowledge: \'[{"id":"privileged-container","reason":"r","owner":"o"}]\'}');
    const cwd = folder({ 'a.yaml': accepted });
    expect(bulwark(cwd, ['verify', 'a.yaml', ...ONLY, '--output', 'json=before.report']).status).toBe(0);
    writeFileSync(join(cwd, 'a.yaml'), pod('a'));
    expect(verify(cwd, ['a.yaml', ...ONLY, '--baseline', 'before.report']).status).toBe(1);
  });

  test('errors stay errors', () => {
    const cwd = changed();
    writeFileSync(join(cwd, 'a.yaml'), 'a: [');
    expect(verify(cwd, ['.', ...ONLY, '--baseline', 'before.report']).status).toBe(2);
  });

  test.each<[string, string, (text: string) => string]>([
    ['no JSON', 'it is not JSON', () => 'findings: []'],
    ['an empty file', 'it is not JSON', () => ''],
    ['another JSON', 'it is no report of this version', () => '[]'],
    ['null', 'it is no report of this version', () => 'null'],
    ['a report of another version', 'it is no report of this version', text => text.replace('"schemaVersion": "1"', '"schemaVersion": "9"')],
    ['a row without a fingerprint', 'finding 2 has no fingerprint', text => text.replace(/"fingerprint": "\w+"(?=[^]*"fingerprint")/, match => match).replace(/("fingerprint"[^]*?)"fingerprint"/, '$1"finger"')],
    ['a row that is none', 'finding 1 has no control', text => JSON.stringify({ ...JSON.parse(text), findings: [null] })],
    ['a row without an object', 'finding 1 has no object', text => text.replace('"object"', '"subject"')],
  ])('%s is one clear error, and the exit code 2', (_name, message, made) => {
    const cwd = changed();
    writeFileSync(join(cwd, 'bad.report'), made(readFileSync(join(cwd, 'before.report'), 'utf8')));
    const { status, stdout, stderr } = bulwark(cwd, ['verify', '.', ...ONLY, '--baseline', 'bad.report']);
    expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(/^bulwark: bad\.report: no baseline: /);
    expect(stderr).toContain(message);
    expect(stderr).toContain('write one with --output json=bad.report');
  });

  test('a file that is not there is one too', () => {
    expect(bulwark(changed(), ['verify', '.', '--baseline', 'gone.report'])).toMatchObject({ status: 2, stderr: expect.stringContaining('gone.report: no baseline: ENOENT') });
  });
});
