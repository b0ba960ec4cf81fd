import { spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { notRun } from '../not-run';
import { COMMAND, bulwark, describeCommand, folder, ONLY, pod, verify } from './run';

/** Where the findings stand, and what could not be read. */
function outcome(cwd: string, paths: readonly string[], input?: string) {
  const { status, report } = verify(cwd, [...paths, ...ONLY], input);
  return {
    status,
    found: report.findings.map(({ object, file, document, line }: any) => `${file} ${document} ${line} ${object.name}`),
    errors: report.errors.map(({ file, line, message }: any) => `${file}:${line} ${message}`),
    objects: report.summary.objects,
  };
}

describeCommand('what is read', () => {
  test('multi-document YAML; documents are counted without the empty ones', () => {
    const text = `# nothing\n---\n${pod('a')}---\n\n---\n${pod('b')}...\n---\n# the end\n`;
    expect(outcome(folder({ 'all.yaml': text }), ['all.yaml'])).toEqual({ status: 1, found: ['all.yaml 0 11 a', 'all.yaml 1 23 b'], errors: [], objects: 2 });
  });

  test('JSON, and Lists in both', () => {
    const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'main', securityContext: { privileged: true } }] } };
    const list = { apiVersion: 'v1', kind: 'List', items: [{ ...object, metadata: { name: 'b' } }, { apiVersion: 'v1', kind: 'PodList', items: [object] }] };
    const files = folder({ 'pod.json': JSON.stringify(object, null, 2), 'list.json': JSON.stringify(list) });
    expect(outcome(files, ['pod.json', 'list.json'])).toMatchObject({ status: 1, found: ['pod.json 0 12 a', 'list.json 0 1 b', 'list.json 0 1 a'], objects: 3 });
    expect(verify(files, ['list.json', ...ONLY]).report.findings[0].path).toBe('spec.containers[0].securityContext.privileged');
  });

  test('anchors and merge keys: a field stands where its anchor does', () => {
    const text = `${pod('a').replace('securityContext:', 'securityContext: &open')}  - name: other\n    securityContext: *open\n  - name: third\n    securityContext:\n      <<: *open\n`;
    expect(outcome(folder({ 'a.yaml': text }), ['a.yaml']).found).toEqual(['a.yaml 0 9 a', 'a.yaml 0 9 a', 'a.yaml 0 9 a']);
  });

  test('standard input, also beside files', () => {
    expect(outcome(folder({ 'a.yaml': pod('a') }), ['-', 'a.yaml'], pod('b')).found).toEqual(['- 0 9 b', 'a.yaml 0 9 a']);
  });

  test('folders, each file in the order of its name, once however it is reached', () => {
    const files = folder({ 'b.yml': pod('b'), 'a/x.yaml': pod('x'), 'a/y.json': '{}', 'a/notes.txt': 'a: [' });
    symlinkSync('.', join(files, 'a', 'loop'));
    symlinkSync(files, join(files, 'back'));
    symlinkSync('x.yaml', join(files, 'a', 'z.yaml'));
    const { status, found, errors } = outcome(files, ['.', 'b.yml', './b.yml', files]);
    expect(found).toEqual(['a/x.yaml 0 9 x', 'b.yml 0 9 b']);
    expect([status, errors]).toEqual([2, ['a/y.json:1 not a Kubernetes object: it has no apiVersion']]);
  });

  test('globs, which no shell has expanded: the manifests that match, hidden ones too, each once', () => {
    const files = folder({ 'out/b.yaml': pod('b'), 'out/deep/er/a.yml': pod('a'), 'out/deep/note.txt': 'a: [', 'out/.hidden/c.json': '{}', 'src/x.yaml': pod('x') });
    expect(outcome(files, ['out/**/*.y*ml']).found).toEqual(['out/b.yaml 0 9 b', 'out/deep/er/a.yml 0 9 a']);
    expect(outcome(files, ['out/**', '{out,src}/*.yaml']).errors).toEqual(['out/.hidden/c.json:1 not a Kubernetes object: it has no apiVersion']);
    expect(outcome(files, ['out/**', '{out,src}/*.yaml']).found).toEqual(['out/b.yaml 0 9 b', 'out/deep/er/a.yml 0 9 a', 'src/x.yaml 0 9 x']);
    expect(outcome(files, [join(files, 'src/[w-z].yaml')]).found).toEqual([`${join(files, 'src/x.yaml')} 0 9 x`]);
    expect(outcome(files, ['out/b.yaml', '--context', 'src/*.yaml'])).toMatchObject({ found: ['out/b.yaml 0 9 b'], objects: 1 });
  });

  test('a file whose name looks like a glob is that file', () => {
    expect(outcome(folder({ 'a[1].yaml': pod('bracket'), 'a1.yaml': pod('one') }), ['a[1].yaml']).found).toEqual(['a[1].yaml 0 9 bracket']);
  });

  test('the kind of a list\'s items may be said once, as the API server does', () => {
    const items = ['a', 'b'].map(name => ({ metadata: { name }, spec: { containers: [{ name, securityContext: { privileged: true } }] } }));
    const { report } = verify(folder({ 'list.json': JSON.stringify({ apiVersion: 'v1', kind: 'PodList', items }) }), ['list.json', ...ONLY]);
    expect(report.errors).toEqual([]);
    expect(report.findings.map(({ object }: any) => `${object.kind}/${object.name}`)).toEqual(['Pod/a', 'Pod/b']);
  });

  test('what helm template writes: several documents with # Source: comments, empty ones, and a List', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- ${pod('c').replace(/\n(?=.)/g, '\n  ')}`;
    const text = ['---', '# Source: shop/templates/empty.yaml', '---', '# Source: shop/templates/a.yaml', pod('a').trimEnd(), '---', '# Source: shop/templates/b.yaml', pod('b').trimEnd(), '---', '# Source: shop/templates/list.yaml', list].join('\n');
    expect(outcome(folder(), ['-'], text)).toEqual({ status: 1, found: ['- 0 13 a', '- 1 24 b', '- 2 38 c'], errors: [], objects: 3 });
  });

  test('what kustomize build writes: documents without a first ---, and Windows line ends', () => {
    expect(outcome(folder(), ['-'], `${pod('a')}---\n${pod('b')}`.replace(/\n/g, '\r\n')).found).toEqual(['- 0 9 a', '- 1 19 b']);
  });

  test('a file of 50 MB is judged to its last line', () => {
    const filler = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: big}\ndata:\n  text: |\n${`    ${'x'.repeat(996)}\n`.repeat(50_000)}---\n`;
    const { status, found } = outcome(folder({ 'big.yaml': filler + pod('last') }), ['big.yaml']);
    expect([status, found]).toEqual([1, ['big.yaml 1 50015 last']]);
  });
});

describeCommand('what cannot be read is named with file and line, and the rest is judged', () => {
  test.each<[string, string | Buffer, string]>([
    ['not YAML', `a: 1\nb: [\n---\n${pod('rest')}`, '2 not YAML: deficient indentation'],
    ['a duplicate key', 'a: 1\na: 2\n', '2 not YAML: duplicated mapping key'],
    ['a tab', 'a:\n\tb: 1\n', '2 not YAML: tab characters must not be used in indentation'],
    ['no Kubernetes object', '# note\na: b\n', '2 not a Kubernetes object: it has no apiVersion'],
    ['no kind', 'apiVersion: v1\nmetadata: {}\n', '1 not a Kubernetes object: it has no kind'],
    ['a scalar', 'hello\n', '1 not a Kubernetes object: it is not a mapping'],
    ['an item of a List that is none', 'apiVersion: v1\nkind: List\nitems:\n- 1\n', '4 not a Kubernetes object: it is not a mapping'],
    ['an empty file', '', '1 it holds no document'],
    ['comments alone', '# a\n---\n# b\n', '1 it holds no document'],
    ['a binary file', Buffer.from([0, 1, 2, 10]), '1 not YAML: null byte is not allowed in input'],
    ['another encoding', Buffer.from('a: 1\nb: \xe9\n', 'latin1'), '2 not YAML: it is not UTF-8; save it as UTF-8'],
    ['an alias of itself', 'a: &a\n  b: *a\n', '2 not YAML: the alias *a leads back to itself'],
    ['aliases without measure', `a0: &a0 [x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`)}]\n`).join('')}`, '7 not YAML: its aliases stand for more than'],
    ['nesting without measure', `a: ${'['.repeat(1000)}`, '1 not YAML: nesting exceeded maxDepth'],
  ])('%s', (_name, content, message) => {
    const { status, found, errors } = outcome(folder({ 'bad.yaml': content, 'good.yaml': pod('good') }), ['bad.yaml', 'good.yaml']);
    expect([status, errors]).toEqual([2, [expect.stringContaining(`bad.yaml:${message}`)]]);
    expect(found).toContain('good.yaml 0 9 good');
    expect(found).toHaveLength(content.toString().includes('rest') ? 2 : 1);
  });

  test.each([
    ['a file that is not there', 'gone.yaml', 'there is no such file or folder'],
    ['a folder without manifests', 'empty', 'the folder holds no .yaml, .yml or .json file'],
    ['a glob that matches nothing', '*.yml', 'no .yaml, .yml or .json file matches'],
    ['a link that leads nowhere', 'links', 'there is no such file or folder'],
    ['links that lead to each other', 'circle.yaml', 'it cannot be read: ELOOP'],
  ])('%s', (_name, path, message) => {
    const files = folder({ 'good.yaml': pod('good'), 'empty/readme.txt': '', 'links/readme.txt': '' });
    symlinkSync('nowhere.yaml', join(files, 'links', 'dangling.yaml'));
    symlinkSync('circle.yaml', join(files, 'circle.yaml'));
    const { status, found, errors } = outcome(files, [path, 'good.yaml']);
    expect([status, found, errors]).toEqual([2, ['good.yaml 0 9 good'], [expect.stringContaining(message)]]);
    expect(errors[0].startsWith(path)).toBe(true);
    expect(bulwark(files, ['verify', 'good.yaml', '--context', path, ...ONLY]).status).toBe(2);
  });

  test('a file that may not be read', () => {
    const files = folder({ 'secret.yaml': pod('secret'), 'good.yaml': pod('good') });
    chmodSync(files, 0o755);
    chmodSync(join(files, 'secret.yaml'), 0);
    // Root may read everything: the command then runs as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'verify', '.', ...ONLY], { cwd: files, encoding: 'utf8', ...nobody });
    if (/Cannot find module|EACCES: permission denied, (open|lstat) '\/(?!tmp)/.test(stderr)) {
      return notRun('a file that may not be read', 'nobody may not read this tree either');
    }
    expect([status, stderr]).toEqual([2, '']);
    expect(stdout).toContain('secret.yaml: it cannot be read: EACCES: permission denied');
    expect(stdout).toContain('Pod/good container main');
    return undefined;
  });
});
