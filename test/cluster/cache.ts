import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Outside of the tree, so that a clean clone finds what an earlier one made. */
export const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cdk8s-bulwark');

/** Makes a file that is not there yet. It appears when it is complete, whoever else is making it. */
export function once(file: string, make: (file: string) => void): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    make(unfinished);
    renameSync(unfinished, file);
  }
  return file;
}
