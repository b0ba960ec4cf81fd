import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { Manifest } from './client';

/** The tests of what makes objects. */
const CONSTRUCT_TESTS = ['certificates', 'data', 'examples', 'gateway', 'network', 'supply-chain', 'tenancy', 'workload'].map(name => join('test', name) + sep);

/** These make what is refused at once: their apps go no further. */
const REFUSED_AT_ONCE = join('test', 'workload', 'checks') + sep;

/** An object that our constructs made in a test. */
export interface Recorded {
  readonly test: string;
  readonly object: Manifest;
}

/** Runs the construct tests, and gives every object that they make, once. `BULWARK_RECORDED` names a folder of objects that an earlier run has left. */
export function recorded(): Recorded[] {
  const given = process.env.BULWARK_RECORDED;
  const folder = given ?? mkdtempSync(join(tmpdir(), 'bulwark-recorded-'));
  if (given === undefined) {
    const root = join(__dirname, '../..');
    // The list of files to set up takes all that follows it.
    const args = [...CONSTRUCT_TESTS, '--silent', '--setupFilesAfterEnv', join(__dirname, 'recorder.ts')];
    // Whether the tests pass is for npm test to say.
    spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args], {
      cwd: root, env: { ...process.env, BULWARK_RECORDED: folder }, stdio: 'ignore',
    });
  }
  const found = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    const { file, objects } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { file: string; objects: string[] };
    if (CONSTRUCT_TESTS.some(path => file.startsWith(path)) && !file.startsWith(REFUSED_AT_ONCE)) {
      objects.forEach(object => found.set(object, file));
    }
  }
  if (given === undefined) {
    rmSync(folder, { recursive: true });
  }
  return [...found].map(([object, test]) => ({ test, object: JSON.parse(object) }));
}
