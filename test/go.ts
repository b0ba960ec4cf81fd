import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CACHE, once } from './cluster/cache';
import { notRun } from './not-run';

/** Where a Go module lies, downloaded with the Go client if need be. Nothing where that cannot be: it is named as not run, and in CI it is a failure. */
export function goModule(module: string, what: string): string | undefined {
  const output = go(['mod', 'download', '-json', module], what);
  return output === undefined ? undefined : JSON.parse(output).Dir;
}

/** A program that Go builds from its module, kept by version. Nothing where that cannot be. */
export function goProgram(pack: string, version: string, what: string): string | undefined {
  const name = pack.slice(pack.lastIndexOf('/') + 1);
  const folder = join(CACHE, `${name}-${version}`);
  const program = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    if (go(['install', `${pack}@${version}`], what, { GOBIN: folder }) === undefined) {
      return undefined;
    }
  }
  return program;
}

/** A program of the tests' own, built once for each version of its sources: `main.go`, `go.mod` and `go.sum` of a folder. */
export function builtProgram(folder: string, name: string): string {
  const hash = createHash('sha256');
  ['main.go', 'go.mod', 'go.sum'].forEach(file => hash.update(readFileSync(join(folder, file))));
  return once(join(CACHE, `${name}-${hash.digest('hex').slice(0, 16)}`), file => {
    execFileSync('go', ['build', '-o', file, '.'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  });
}

/** Asks a program that reads a JSON question a line, and writes a JSON answer a line. */
export function askProgram<Answer>(program: string, questions: readonly object[]): Answer[] {
  const output = execFileSync(program, { input: questions.map(question => `${JSON.stringify(question)}\n`).join(''), encoding: 'utf8', maxBuffer: 2 ** 30 });
  return output.trimEnd().split('\n').map(line => JSON.parse(line) as Answer);
}

function go(args: readonly string[], what: string, env: Record<string, string> = {}): string | undefined {
  const { error, status, stdout, stderr } = spawnSync('go', args, { cwd: tmpdir(), encoding: 'utf8', env: { ...process.env, ...env } });
  if (error === undefined && status === 0) {
    return stdout;
  }
  const why = error === undefined ? `go ${args.join(' ')} failed: ${(stderr || stdout).trim().split('\n').pop()}` : `there is no Go: ${error.message}`;
  if (process.env.CI === 'true') {
    throw new Error(`${what}: ${why}`);
  }
  notRun(what, why);
  return undefined;
}
