import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exceptions, FIXTURES, Fixtures } from './fixtures';
import { Catalogue } from '../../src';
import { useKept } from '../../src/cel/program';
import { keptConditionsOf } from '../../src/controls/kept-conditions';
import { readDocuments } from '../../src/verify/documents';
import { readSources } from '../../src/verify/files';
import { Verification } from '../../src/verify/verifier';

// As the published package judges; the mutants are compiled.
const kept = keptConditionsOf(Catalogue.all());
useKept(() => kept);

const cases = FIXTURES.flatMap(fixtures => fixtures.files.map(file => ({ fixtures, file, id: fixtures.id })));
const of = (verdict: string) => cases.filter(({ file }) => file.startsWith(verdict));

/** What else a manifest fails by its nature. */
const alsoFails = exceptions<string[]>('also-fails.yaml');

/** The first key that is the control's, or fits the file. */
function exceptionOf(id: string, file: string): string | undefined {
  return Object.keys(alsoFails).find(key => key === id ? file.startsWith('bad')
    : new RegExp(`^${key.replace(/[.]/g, '[.]').replace(/[*]/g, '.*')}$`).test(`${id}/${file}`));
}

function failing({ id, folder, options: { target, parameters, files } }: Fixtures, file: string): string[] {
  const own = join(folder, 'context.yaml');
  const context = readSources([existsSync(own) ? own : join(__dirname, 'context.yaml')], false);
  const verification = new Verification({
    packs: ['csa'], controls: [id], complete: true, target, parameters: parameters && (files?.includes(file) ?? true) ? { [id]: parameters } : undefined,
  });
  const { findings, errors } = verification.verifySources(readSources([join(folder, file)], true), context, []);
  expect(errors).toEqual([]);
  return [...new Set(findings.map(({ control }) => control))].sort();
}

test.each(of('good'))('$id/$file passes every control', ({ fixtures, id, file }) => {
  expect(failing(fixtures, file)).toEqual(alsoFails[exceptionOf(id, file)!] ?? []);
});

test.each(of('bad'))('$id/$file fails its own control alone', ({ fixtures, id, file }) => {
  expect(failing(fixtures, file)).toEqual([id, ...alsoFails[exceptionOf(id, file)!] ?? []].sort());
});

test.each(of('bad'))('$id/$file differs from a good manifest in one field', ({ fixtures: { folder }, file }) => {
  const read = (name: string) => readDocuments(readFileSync(join(folder, name), 'utf8')).documents.map(({ value }) => value);
  const goods = readdirSync(folder).filter(name => name.startsWith('good'));
  expect(Math.min(...goods.map(good => differences(read(good), read(file))))).toBe(1);
});

test('every control has good and bad manifests', () => {
  const complete = new Set(FIXTURES.filter(({ files }) => ['good', 'bad'].every(verdict => files.some(file => file.startsWith(verdict)))).map(({ id }) => id));
  expect(Catalogue.all().map(({ id }) => id).filter(id => !complete.has(id))).toEqual([]);
});

test('an exception is for a manifest that is there', () => {
  const used = new Set(cases.map(({ id, file }) => exceptionOf(id, file)));
  expect(Object.keys(alsoFails).filter(key => !used.has(key))).toEqual([]);
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
