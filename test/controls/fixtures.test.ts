import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Catalogue } from '../../src';
import { readDocuments } from '../../src/verify/documents';
import { readSources } from '../../src/verify/files';
import { Verification } from '../../src/verify/verifier';

interface Fixtures { readonly folder: string; readonly id: string; readonly files: readonly string[] }

const directories = (path: string) => readdirSync(path, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);
const all: Fixtures[] = directories(__dirname).flatMap(topic => directories(join(__dirname, topic)).map(id => {
  const folder = join(__dirname, topic, id);
  return { folder, id, files: readdirSync(folder).filter(name => /^(good|bad).*\.yaml$/.test(name)) };
}));
const cases = all.flatMap(({ folder, id, files }) => files.map(file => ({ folder, id, file })));
const of = (verdict: string) => cases.filter(({ file }) => file.startsWith(verdict));

/** What else a bad manifest fails by its nature: `<control>/<file>` to ids. */
const alsoFails = load(readFileSync(join(__dirname, 'also-fails.yaml'), 'utf8')) as Record<string, string[]>;
/** Controls that have no fixtures yet, each with the reason. */
const withoutFixtures = load(readFileSync(join(__dirname, 'without-fixtures.yaml'), 'utf8')) as Record<string, string>;
const verification = new Verification({ complete: true });

function failing(folder: string, file: string): string[] {
  const own = join(folder, 'context.yaml');
  const context = readSources([existsSync(own) ? own : join(__dirname, 'context.yaml')], false);
  const { findings, errors } = verification.verifySources(readSources([join(folder, file)], true), context, []);
  expect(errors).toEqual([]);
  return [...new Set(findings.map(({ control }) => control))].sort();
}

test.each(of('good'))('$id/$file passes every control', ({ folder, id, file }) => {
  expect(failing(folder, file)).toEqual(alsoFails[`${id}/${file}`] ?? []);
});

test.each(of('bad'))('$id/$file fails its own control alone', ({ folder, id, file }) => {
  expect(failing(folder, file)).toEqual([id, ...alsoFails[`${id}/${file}`] ?? alsoFails[id] ?? []].sort());
});

test.each(of('bad'))('$id/$file differs from a good manifest in one field', ({ folder, file }) => {
  const read = (name: string) => readDocuments(readFileSync(join(folder, name), 'utf8')).documents.map(({ value }) => value);
  const goods = readdirSync(folder).filter(name => name.startsWith('good'));
  expect(Math.min(...goods.map(good => differences(read(good), read(file))))).toBe(1);
});

test('every control has good and bad manifests, or a reason', () => {
  const complete = new Set(all.filter(({ files }) => ['good', 'bad'].every(verdict => files.some(file => file.startsWith(verdict)))).map(({ id }) => id));
  expect(Catalogue.all().map(({ id }) => id).filter(id => !complete.has(id)).sort()).toEqual(Object.keys(withoutFixtures).sort());
});

/** The number of fields, as subtrees, in which two values differ. */
function differences(a: unknown, b: unknown): number {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) {
    return Object.is(a, b) ? 0 : 1;
  }
  if (Array.isArray(a) && typeof a[0] !== 'object') {
    return JSON.stringify(a) === JSON.stringify(b) ? 0 : 1;
  }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].reduce((sum, key) => sum + differences((a as any)[key], (b as any)[key]), 0);
}
