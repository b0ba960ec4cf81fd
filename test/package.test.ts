import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folder, ONLY, pod } from './cli/run';
import { notRun } from './not-run';

const root = join(__dirname, '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const QUIET = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];

function run(cwd: string, command: string, args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  return { status, output: `${stdout}${stderr}${error?.message ?? ''}` };
}

function succeed(cwd: string, command: string, ...args: readonly string[]): string {
  const { status, output } = run(cwd, command, args);
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed: ${output}`);
  }
  return output;
}

/** An empty folder with the package in it, installed as its users install it: with the peers that npm chooses. Nothing where there is no registry. */
function installed(): string | undefined {
  if (!existsSync(join(root, 'lib', 'index.js'))) {
    notRun('the package, installed', 'it is not built: run npm test');
    return undefined;
  }
  const home = mkdtempSync(join(tmpdir(), 'bulwark-package-'));
  succeed(root, npm, 'pack', '--ignore-scripts', '--pack-destination', home);
  const tarball = readdirSync(home).find(name => name.endsWith('.tgz'))!;
  writeFileSync(join(home, 'package.json'), '{"private": true}');
  const { status, output } = run(home, npm, ['install', ...QUIET, `./${tarball}`]);
  if (status !== 0 && /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/.test(output) && process.env.CI !== 'true') {
    notRun('the package, installed', 'there is no registry of npm packages');
    return undefined;
  }
  expect([status, output]).toEqual([0, expect.any(String)]);
  return home;
}

test('the package works where nothing else is installed', () => {
  const home = installed();
  if (home === undefined) {
    return;
  }
  const bulwark = (...args: string[]) => run(home, join(home, 'node_modules', '.bin', 'bulwark'), args).status;
  const files = folder({ 'bad.yaml': pod('a'), 'good.yaml': pod('a', false), 'broken.yaml': 'a: [' });
  const verify = (file: string) => bulwark('verify', join(files, file), ...ONLY);
  expect([verify('good.yaml'), verify('bad.yaml'), verify('broken.yaml')]).toEqual([0, 1, 2]);
  expect([bulwark('controls'), bulwark('explain', 'privileged-container'), bulwark('explain', 'nope'), bulwark('explain', 'trivy:KSV-0012')]).toEqual([0, 0, 2, 0]);

  const exported = succeed(home, process.execPath, '-p', "Object.keys(require('cdk8s-bulwark')).join()");
  expect(exported.trim().split(',')).toEqual(expect.arrayContaining(['Hardening', 'Verifier', 'Acknowledgements', 'Control', 'BulwarkValidation', 'Platform']));
  expect(succeed(home, process.execPath, '-p', "require('cdk8s-bulwark/package.json').name").trim()).toBe('cdk8s-bulwark');

  const [, example] = /```ts\n([^`]*Hardening[^`]*)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))!;
  writeFileSync(join(home, 'example.ts'), `${example}\nprocess.stdout.write(String(accepted));\n`);
  succeed(home, process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '--strict', '--module', 'node16', '--target', 'es2022', '--skipLibCheck',
    '--types', 'node', '--typeRoots', join(root, 'node_modules/@types'), 'example.ts');
  expect(succeed(home, process.execPath, 'example.js')).toBe('1');

  const shipped = readdirSync(join(home, 'node_modules', 'cdk8s-bulwark'));
  expect(shipped).toEqual(expect.arrayContaining(['.jsii', 'API.md', 'LICENSE', 'README.md', 'lib', 'node_modules', 'package.json']));
  ['src', 'test', 'examples', 'scripts', '.ci', 'dist'].forEach(name => expect(shipped).not.toContain(name));
});
