import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { shop } from './shop';
import { notRun } from '../not-run';

const ROOT = join(__dirname, '../..');
const versionOf = (name: string) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')).version;
const PACKAGES = [...['constructs', 'cdk8s', 'cdk8s-plus-28'].map(name => `${name}==${versionOf(name)}`), `jsii==${versionOf('jsii-pacmak')}`];
const BIN = process.platform === 'win32' ? 'Scripts' : 'bin';
const MINUTES = 60_000;

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const quiet = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20', PYTHONDONTWRITEBYTECODE: '1' };
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', cwd: ROOT, env: { ...process.env, ...quiet, ...env }, maxBuffer: 1e8 });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.slice(-2000)}`);
  }
  return stdout;
}

/** A Python with the packages that ours needs, outside of the tree, made once for these versions. */
function python(): string {
  const version = run('python3', ['-c', 'import sys; print(sys.version)']);
  const key = createHash('sha256').update([version, ...PACKAGES].join()).digest('hex').slice(0, 16);
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cdk8s-bulwark', `python-${key}`);
  if (!existsSync(folder)) {
    mkdirSync(join(folder, '..'), { recursive: true });
    // It gets its name when it is whole: a run that is stopped leaves nothing that looks like one.
    const made = mkdtempSync(`${folder}-`);
    run('python3', ['-m', 'venv', '--copies', made]);
    run(join(made, BIN, 'python'), ['-m', 'pip', 'install', '--quiet', ...PACKAGES]);
    try {
      renameSync(made, folder);
    } catch (error) {
      rmSync(made, { recursive: true });
      if (!existsSync(folder)) {
        throw error;
      }
    }
  }
  return join(folder, BIN, 'python');
}

/** Why it cannot run here, or nothing. */
function missing(): string | undefined {
  if (spawnSync('python3', ['-m', 'venv', '--help']).status !== 0) {
    return 'there is no python3 with venv';
  }
  return existsSync(join(ROOT, 'lib', 'index.js')) ? undefined : 'the package is not built: run npm test';
}

test('a Python app, with subclasses of ours, makes the same YAML as TypeScript, byte by byte', () => {
  const why = missing();
  if (why !== undefined) {
    if (process.env.CI === 'true') {
      throw new Error(`it must run in CI: ${why}`);
    }
    return notRun('the Python package', why);
  }
  const times: Record<string, number> = {};
  const timed = <T>(what: string, act: () => T): T => {
    const start = process.hrtime.bigint();
    const result = act();
    times[what] = Number(process.hrtime.bigint() - start) / 1e9;
    return result;
  };
  const work = mkdtempSync(join(tmpdir(), 'bulwark-python-'));
  try {
    const interpreter = timed('environment', python);
    timed('package', () => run(process.execPath, [require.resolve('jsii-pacmak/bin/jsii-pacmak'), '--target', 'python', '--outdir', work, ROOT]));
    const wheel = readdirSync(join(work, 'python')).find(file => file.endsWith('.whl'))!;
    timed('install', () => run(interpreter, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', join(work, 'site'), join(work, 'python', wheel)]));
    const env = { PYTHONPATH: [join(work, 'site'), process.env.PYTHONPATH].filter(Boolean).join(delimiter) };
    const yaml = timed('app', () => run(interpreter, [join(__dirname, 'python', 'shop.py')], env));
    expect(yaml).toBe(shop());
    expect(yaml.match(/^kind: /gm)!.length).toBeGreaterThan(10);
    expect(run(interpreter, [join(__dirname, 'python', 'refused.py')], env)).toContain('chart/web: container "main": the image "a b" is not a reference: give a name without white space');
  } finally {
    rmSync(work, { recursive: true });
  }
  console.info(`Python: ${Object.entries(times).map(([what, seconds]) => `${what} ${seconds.toFixed(1)} s`).join(', ')}`);
  return undefined;
}, 15 * MINUTES);
