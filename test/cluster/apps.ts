import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { Manifest } from './client';

const ROOT = join(__dirname, '../..');
/** Within the package, so that code imports it by its name. */
const WRITTEN = join(__dirname, '.proof', 'documents');

/** An app that people are shown. */
export interface App {
  readonly name: string;
  readonly folder: string;
  readonly main: string;
}

/** Every example, and every app whose code stands in a document. */
export function apps(): App[] {
  return [...examples(), ...['README.md', 'docs/getting-started.md'].flatMap(appsOf)];
}

/** Synthesizes an app as its users do, with the package as it is built. */
export function synthesized({ folder, main }: App): Manifest[] {
  const dist = join(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const compilerOptions = { module: 'node16', moduleResolution: 'node16', target: 'es2022' };
  const run = `require('ts-node').register(${JSON.stringify({ transpileOnly: true, skipProject: true, compilerOptions })}); require(${JSON.stringify(join(folder, main))})`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', run], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${join(folder, main)}: ${stderr}`);
  }
  return readdirSync(dist).filter(name => name.endsWith('.yaml')).flatMap(name => loadAll(readFileSync(join(dist, name), 'utf8')) as Manifest[]);
}

function examples(): App[] {
  const folder = join(ROOT, 'examples');
  return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => ({ name, folder: join(folder, name), main: 'main.ts' }));
}

/** The code of a document that synthesizes, each beside the files that the document has written before. */
function appsOf(document: string): App[] {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)(?: file=(\S+))?\n([^]*?)^```$/gm)].map(([, language, file, code]) => ({ language, file, code }));
  return blocks.filter(({ language, code }) => language === 'ts' && code.includes('app.synth()')).map(({ file = 'main.ts', code }, index) => {
    const name = `${document.replace(/\W+/g, '-').toLowerCase()}-${index + 1}`;
    const folder = join(WRITTEN, name);
    mkdirSync(folder, { recursive: true });
    [...blocks.filter(block => block.file !== undefined && block.language === 'yaml'), { file, code }].forEach(each => writeFileSync(join(folder, each.file!), each.code));
    return { name, folder, main: file };
  });
}
