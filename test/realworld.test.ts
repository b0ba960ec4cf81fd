import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { notRun } from './not-run';
import { FilledField } from '../src';
import { added, hardened, lost } from './realworld/hardened';
import { filesOf, readSources } from '../src/verify/files';
import { Verification } from '../src/verify/verifier';

const CASES = join(__dirname, '../../shared/cases/realworld');

/** What these projects ship that is not YAML or not Kubernetes: named in the report, and nothing else is. */
const UNREADABLE = /duplicated mapping key|deficient indentation|it has no (apiVersion|kind)/;

const said = (filled: readonly FilledField[], constructPath: string, field: string) =>
  filled.some(row => row.constructPath === constructPath && `${row.path}.`.startsWith(`${field}.`));

const sets = existsSync(CASES) ? readdirSync(CASES, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name) : [];

if (sets.length === 0) {
  test('without the manifests of real applications', () => notRun('the manifests of real applications', `${CASES} is not there`));
} else {
  describe.each(sets)('%s', set => {
    const folder = join(CASES, set);

    test('every document is judged or named', () => {
      const sources = readSources([folder], true);
      const { summary, errors, evidence } = new Verification().verifySources(sources, [], []);
      expect(errors.filter(({ message }) => !UNREADABLE.test(message))).toEqual([]);
      expect(summary.objects).toBe(sources.reduce((sum, { manifests }) => sum + manifests.length, 0));
      expect(evidence.every(row => row.evaluated + row.notApplicable === summary.objects)).toBe(true);
      console.log(`${set}: ${summary.objects} objects, ${summary.findings} findings, ${summary.undetermined} open, ${errors.length} unreadable`);
    });

    test('hardened, it has fewer findings, keeps what was written, and changes no more', () => {
      const { before, after, filled, notIncluded, objects } = hardened(filesOf(folder).map(({ file }) => file));
      console.log([
        `${set}, included and hardened: ${before.summary.objects} objects, findings ${before.summary.findings} -> ${after.summary.findings}, ${filled.length} fields filled in, ${after.errors.length} errors`,
        ...after.errors.map(({ message }) => `  error: ${message}`), ...notIncluded.map(row => `  not included: ${row}`),
      ].join('\n'));
      expect(objects.flatMap(({ path, written, once }) => lost(written, once).map(field => path + field))).toEqual([]);
      objects.forEach(({ once, twice }) => expect(twice).toEqual(once));
      expect(after.summary.objects).toBe(before.summary.objects);
      expect(after.errors).toEqual(before.errors);
      expect(after.errors.filter(({ message }) => !UNREADABLE.test(message))).toEqual([]);
      expect(after.summary.findings).toBeLessThan(before.summary.findings);
      expect(objects.flatMap(({ path, written, once }) => added(written, once).filter(field => !said(filled, path, field)))).toEqual([]);
    });
  });
}

test('the comparison sees a field that was changed, and one that is gone', () => {
  expect(lost({ a: [{ b: 1, c: null }], d: 0 }, { a: [{ b: 2 }] })).toEqual(['/a/0/b', '/d']);
});
