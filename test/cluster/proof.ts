import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where tests leave their numbers. */
const FOLDER = join(__dirname, '.proof');

/** Says what a test has proven, in numbers: they are printed, and docs/proof.md is made of them. */
export function proof(name: string, numbers: { readonly [what: string]: unknown }): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(numbers, undefined, 2)}\n`);
  console.log(`${name}: ${Object.entries(numbers).map(([what, count]) => `${typeof count === 'number' ? count : JSON.stringify(count)} ${what}`).join(', ')}`);
}
