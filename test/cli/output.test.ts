import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND, bulwark, describeCommand, folder, ONLY, pod } from './run';

const MARKS: { readonly [format: string]: string | RegExp } = {
  text: 'CSA 2.3  privileged-container (critical)',
  json: /^\{\n {2}"schemaVersion": "1"/,
  sarif: '"version": "2.1.0"',
  junit: /^<\?xml/,
  markdown: '### Bulwark: 1 finding',
  github: /^::error title=privileged-container/,
  openreports: /^---\napiVersion: openreports\.io\/v1alpha1\n/,
  html: /^<!doctype html>/,
};
const files = () => folder({ 'pod.yaml': pod('web'), 'old.html': 'as it was', 'sub/note.txt': '' });
const verify = (cwd: string, ...args: string[]) => bulwark(cwd, ['verify', 'pod.yaml', ...ONLY, ...args]);
/** Root may write everywhere, but not into a folder in place of a file. */
const refused: readonly (readonly [string, string, string])[] = [
  ['a folder that is not there', 'html=gone/report.html', 'gone/report.html: the report cannot be written: ENOENT'],
  ['a folder in the place of the file', 'html=sub', 'sub: the report cannot be written: EISDIR'],
  ['a format that there is not', 'xml=a.xml', '--output xml=a.xml: there is no format "xml": give one of text, json, sarif, junit, markdown, github, openreports, html'],
  ['a property of every object', 'constructor=a.xml', '--output constructor=a.xml: there is no format "constructor"'],
  ['no file', 'html', '--output html: say format and file, as in --output sarif=report.sarif'],
  ['an empty file', 'html=', '--output html=: say format and file'],
];

describeCommand('--format', () => {
  test.each(Object.entries(MARKS))('%s', (format, mark) => {
    const { status, stdout, stderr } = verify(files(), '--format', format);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(mark instanceof RegExp ? mark : new RegExp(mark.replace(/[.()]/g, '\\$&')));
  });
});

describeCommand('--output', () => {
  test('writes every format at once, beside what is printed, and leaves nothing else', () => {
    const cwd = files();
    const { status, stdout, stderr } = verify(cwd, ...Object.keys(MARKS).flatMap(format => ['--output', `${format}=${format}.out`]));
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toBe(readFileSync(join(cwd, 'text.out'), 'utf8'));
    Object.keys(MARKS).forEach(format => expect(readFileSync(join(cwd, `${format}.out`), 'utf8')).toBe(verify(cwd, '--format', format).stdout));
    expect(readdirSync(cwd).sort()).toEqual([...Object.keys(MARKS).map(format => `${format}.out`), 'old.html', 'pod.yaml', 'sub'].sort());
  });

  test.each(refused)('%s is one clear error, the exit code is 2, and nothing is written', (_name, output, message) => {
    const cwd = files();
    const { status, stdout, stderr } = verify(cwd, '--output', 'html=old.html', '--output', output, '--output', 'json=new.json');
    expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toContain(`bulwark: ${message}`);
    expect(readdirSync(cwd).sort()).toEqual(['old.html', 'pod.yaml', 'sub']);
    expect(readFileSync(join(cwd, 'old.html'), 'utf8')).toBe('as it was');
  });

  test('two reports do not go to one file', () => {
    expect(verify(files(), '--output', 'html=a', '--output', 'json=a').stderr).toBe('bulwark: --output json=a: another report goes to that file; give each its own\n');
  });

  test('a link stays one, and leads to the report', () => {
    const cwd = files();
    symlinkSync('old.html', join(cwd, 'link.html'));
    expect(verify(cwd, '--output', 'html=link.html').status).toBe(1);
    expect(lstatSync(join(cwd, 'link.html')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'old.html'), 'utf8')).toMatch(/^<!doctype html>/);
  });

  test('a device is written to, and stays one', () => {
    // What Node gives a child are sockets, which no one may open again: a shell gives pipes.
    const { status, stdout } = spawnSync('sh', ['-c', `"${process.execPath}" "${COMMAND}" verify pod.yaml ${ONLY.join(' ')} --output github=/dev/stderr 2>&1 >/dev/null | cat`], { cwd: files(), encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^::error title=privileged-container/)]);
    expect(lstatSync('/dev/stderr').isFile()).toBe(false);
  });

  test('a file may be replaced whose folder may be written, whatever its own mode is', () => {
    const cwd = files();
    chmodSync(join(cwd, 'old.html'), 0o444);
    expect(verify(cwd, '--output', 'html=old.html').status).toBe(1);
  });
});
