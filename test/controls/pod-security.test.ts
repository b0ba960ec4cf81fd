import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../src/verify/files';
import { Verification } from '../../src/verify/verifier';
import { notRun } from '../not-run';

const CASES = join(__dirname, '../../../shared/cases/pss-fixtures');

interface Row { readonly file: string; readonly policy: string; readonly policy_version: string; readonly verdict: string }

function rows(): Row[] {
  const file = join(CASES, 'expected.jsonl');
  if (!existsSync(file)) {
    notRun('the fixtures of Pod Security admission', `${CASES} is not there`);
    return [];
  }
  return readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line));
}

test('every fixture of Pod Security admission gets the verdict of its folder', () => {
  const wrong = rows().filter(({ file, policy, policy_version, verdict }) => {
    const verification = new Verification({ packs: [policy.replace('/', '-')], target: policy_version.slice(1) });
    const report = verification.verifySources(readSources([join(CASES, file)], true), [], []);
    expect(report.errors).toEqual([]);
    return (report.findings.length === 0 ? 'pass' : 'fail') !== verdict;
  });
  expect(wrong).toEqual([]);
});
