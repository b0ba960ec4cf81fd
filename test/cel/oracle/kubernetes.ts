import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An expression to be evaluated on an object, as a new policy on an API server of a minor of Kubernetes. */
export interface Question {
  readonly expression: string;
  readonly object?: unknown;
  readonly minor: number;
}

/** What comes out: a value, or where it fails. */
export interface Answer {
  readonly value?: string;
  readonly type?: string;
  readonly cost: number;
  readonly failed?: 'compile' | 'evaluate';
  readonly message?: string;
}

const CACHE = join(__dirname, '../../../.cache');

/** Whether the Kubernetes CEL library can be asked here, which takes Go. */
export function hasGo(): boolean {
  return spawnSync('go', ['version']).status === 0;
}

/** Builds the program that asks, once for each version of it. */
function program(): string {
  const hash = createHash('sha256');
  ['main.go', 'go.mod', 'go.sum'].forEach(file => hash.update(readFileSync(join(__dirname, file))));
  const path = join(CACHE, `cel-oracle-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(path)) {
    mkdirSync(CACHE, { recursive: true });
    execFileSync('go', ['build', '-o', path, '.'], { cwd: __dirname, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return path;
}

/** Asks the Kubernetes CEL library. */
export function askKubernetes(questions: readonly Question[]): Answer[] {
  const input = questions.map(({ object = {}, ...rest }) => `${JSON.stringify({ object, ...rest })}\n`).join('');
  const output = execFileSync(program(), { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  return output.trimEnd().split('\n').map(line => JSON.parse(line) as Answer);
}
