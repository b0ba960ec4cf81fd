import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Source } from './input';

const MANIFEST = /\.(ya?ml|json)$/;
const STANDARD_INPUT = '-';

/** The files that a path stands for: itself, the manifests below a folder in the order of their names, or standard input. */
export function filesOf(path: string): string[] {
  if (path === STANDARD_INPUT) {
    return [path];
  }
  if (!existsSync(path)) {
    throw new Error(`${path}: there is no such file or folder`);
  }
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(name => MANIFEST.test(name)).sort().map(name => join(path, name))
    .filter(file => statSync(file).isFile());
  if (files.length === 0) {
    throw new Error(`${path}: the folder holds no .yaml, .yml or .json file`);
  }
  return files;
}

/** Reads everything that paths stand for; a file named twice is read once. */
export function readSources(paths: readonly string[], judged: boolean): Source[] {
  return [...new Set(paths.flatMap(filesOf))].map(file => new Source(file, readFileSync(file === STANDARD_INPUT ? 0 : file, 'utf8'), judged));
}
