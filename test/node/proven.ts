import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER } from './settings';
import { proof } from '../cluster/proof';

/** Test files run in processes of their own, so each writes down what it has seen. */
const FILE = join(FOLDER, 'proven');

/** Says what was seen to hold, once or so many times. */
export function proven(what: string, times = 1): void {
  appendFileSync(FILE, `${what}\n`.repeat(times));
}

/** Leaves the numbers of all test files. */
export function reportProven(): void {
  const lines = existsSync(FILE) ? readFileSync(FILE, 'utf8').trim().split('\n') : [];
  if (lines.length > 0) {
    proof('node', Object.fromEntries([...new Set(lines)].sort().map(what => [what, lines.filter(line => line === what).length])));
  }
}
