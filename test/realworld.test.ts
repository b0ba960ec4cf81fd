import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { notRun } from './not-run';
import { readSources } from '../src/verify/files';
import { Verification } from '../src/verify/verifier';

const CASES = join(__dirname, '../../shared/cases/realworld');

/** What these projects ship that is not YAML or not Kubernetes: named in the report, and nothing else is. */
const UNREADABLE = /duplicated mapping key|deficient indentation|it has no (apiVersion|kind)/;

test('every document of real applications is judged or named', () => {
  if (!existsSync(CASES)) {
    return notRun('the manifests of real applications', `${CASES} is not there`);
  }
  const sets = readdirSync(CASES, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);
  for (const set of sets) {
    const sources = readSources([join(CASES, set)], true);
    const { summary, errors, evidence } = new Verification().verifySources(sources, [], []);
    expect(errors.filter(({ message }) => !UNREADABLE.test(message))).toEqual([]);
    expect(summary.objects).toBe(sources.reduce((sum, { manifests }) => sum + manifests.length, 0));
    expect(evidence.every(row => row.evaluated + row.notApplicable === summary.objects)).toBe(true);
    console.log(`${set}: ${summary.objects} objects, ${summary.findings} findings, ${summary.undetermined} open, ${errors.length} unreadable`);
  }
  return undefined;
});
