import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '.proof');

/** Keeps the numbers of a proof, for `docs/proof.md`. */
export function record(name: string, numbers: { readonly [what: string]: unknown }): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(numbers, null, 2)}\n`);
}
