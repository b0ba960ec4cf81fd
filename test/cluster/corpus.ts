import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JsonObject } from '../../src/inventory/manifest';
import { readDocuments } from '../../src/verify/documents';
import { objectsOf } from '../../src/verify/manifests';
import { notRun } from '../not-run';

/** The good and bad manifests of our own controls. */
export const FIXTURES = join(__dirname, '../controls');

/** Manifests of others. */
export const REAL_WORLD = '/work/shared/cases/realworld';
export const OTHERS = ['/work/shared/cases/kyverno-policies', '/work/shared/cases/cel-admission-library'];

/** Every object in the manifests of folders. One that is not there is named as not run. */
export function corpus(...folders: string[]): JsonObject[] {
  const missing = folders.filter(folder => !existsSync(folder));
  missing.forEach(folder => notRun('what is compared with Kubernetes, on manifests of others', `${folder} is not there`));
  return folders.filter(folder => !missing.includes(folder)).flatMap(manifests).flatMap(objectsIn);
}

function manifests(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1)
    .flatMap(entry => entry.isDirectory() ? manifests(join(folder, entry.name)) : /\.ya?ml$/.test(entry.name) ? [join(folder, entry.name)] : []);
}

/** What cannot be read is of no use here. */
function objectsIn(file: string): JsonObject[] {
  return readDocuments(readFileSync(file, 'utf8')).documents.flatMap(({ value }) => {
    try {
      return objectsOf(value).map(({ object }) => object);
    } catch {
      return [];
    }
  });
}
