import { spawnSync, SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { notRun } from '../not-run';

/** The built command. */
export const COMMAND = join(__dirname, '../../lib/bulwark.cjs');

/** Judges one thing alone, so that a test sees nothing else. */
export const ONLY = ['--control', 'privileged-container'];

/** A Pod that is privileged, or not. */
export const pod = (name: string, privileged = true) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  containers:\n  - name: main\n    securityContext:\n      privileged: ${privileged}\n`;

/** A new folder with files in it. */
export function folder(files: { readonly [name: string]: string | Buffer } = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'bulwark-cli-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** Runs the command in a folder. */
export function bulwark(cwd: string, args: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [COMMAND, ...args], { cwd, input, encoding: 'utf8', maxBuffer: 2 ** 30 });
}

/** Verifies in a folder and returns the exit code with the report. */
export function verify(cwd: string, args: readonly string[], input?: string): { readonly status: number | null; readonly report: any } {
  const { status, stdout, stderr } = bulwark(cwd, ['verify', '--format', 'json', ...args], input);
  if (stdout === '') {
    throw new Error(`no report: ${stderr}`);
  }
  return { status, report: JSON.parse(stdout) };
}

/** `describe`, where the command is built. */
export function describeCommand(name: string, tests: () => void): void {
  if (existsSync(COMMAND)) {
    describe(name, tests);
  } else {
    test(name, () => notRun(`the command: ${name}`, 'the package is not built: run npm test'));
  }
}
