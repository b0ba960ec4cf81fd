import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIBRARY, LibraryCase, libraryCases } from './library-cases';
import { Severity } from '../../../src/model/severity';
import { Source } from '../../../src/verify/input';
import { Report } from '../../../src/verify/report/report';
import { Verification } from '../../../src/verify/verifier';
import { notRun } from '../../not-run';

const CASES = libraryCases();
const folder = mkdtempSync(join(tmpdir(), 'bulwark-library-'));
const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } };

function judged({ policy, binding, params, object }: LibraryCase, bound: boolean): Report {
  const file = join(folder, `${policy.metadata.name}.yaml`);
  writeFileSync(file, [policy, params, NAMESPACE, ...bound ? [binding] : []].map(each => JSON.stringify(each)).join('\n---\n'));
  const report = new Verification({ packs: [], policies: [file] }).verifySources([new Source('object.yaml', JSON.stringify(object), true)], [], []);
  expect(report.errors).toEqual([]);
  expect(report.findings.every(({ control }) => control === policy.metadata.name)).toBe(true);
  return report;
}

const verdict = ({ findings }: Report) => findings.length === 0 ? 'pass' : findings.some(({ severity }) => severity === Severity.HIGH) ? 'fail' : 'warn';

if (CASES.length === 0) {
  test('policies that others wrote', () => notRun('policies that others wrote, with their tests', `${LIBRARY} is not there`));
} else {
  describe.each([...new Set(CASES.map(({ control }) => control))])('%s', control => {
    const cases = CASES.filter(each => each.control === control);
    test.each(cases.map(each => [each.name, each] as const))('%s', (_, each) => {
      expect({ verdict: verdict(judged(each, true)) }).toEqual({ verdict: each.expected });
    });
    test('has the same verdicts without a binding', () => {
      const wrong = cases.filter(each => (verdict(judged(each, false)) === 'pass') !== (each.expected === 'pass'));
      expect(wrong.map(({ name }) => name)).toEqual([]);
    });
  });
}
