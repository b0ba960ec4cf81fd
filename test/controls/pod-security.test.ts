import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubernetesVersion } from '../../src';
import { readSources } from '../../src/verify/files';
import { Verification } from '../../src/verify/verifier';
import { goModule } from '../go';
import { notRun } from '../not-run';

const CASES = join(__dirname, '../../../shared/cases/pss-fixtures');
const MODULE = 'k8s.io/pod-security-admission@v0.37.2';

/** The first minor of which each level's fixtures mean the same as those of the oldest version we know: seccomp and capabilities came before. */
const SAME_AS_OLDEST: Record<string, number> = { baseline: 19, restricted: 22 };

/** One file and the verdict Kubernetes gives it. */
interface Row { readonly file: string; readonly policy: string; readonly policy_version: string; readonly verdict: string }

/** The rows whose verdict is not ours, with the controls that failed. */
function wrong(rows: readonly Row[]): string[] {
  const verifications = new Map<string, Verification>();
  return rows.flatMap(({ file, policy, policy_version: version, verdict }) => {
    const key = `${policy} ${version}`;
    const verification = verifications.get(key) ?? new Verification({ packs: [policy.replace('/', '-')], target: version.slice(1) });
    verifications.set(key, verification);
    const { findings, errors } = verification.verifySources(readSources([file], true), [], []);
    expect(errors).toEqual([]);
    const own = findings.length === 0 ? 'pass' : 'fail';
    return own === verdict ? [] : [`${file} for ${version}: ${own} [${findings.map(({ control }) => control).join()}], not ${verdict}`];
  });
}

test('every fixture of Pod Security admission gets the verdict of its folder', () => {
  const expected = join(CASES, 'expected.jsonl');
  if (!existsSync(expected)) {
    return notRun('the fixtures of Pod Security admission', `${CASES} is not there`);
  }
  const rows: Row[] = readFileSync(expected, 'utf8').trim().split('\n').map(line => JSON.parse(line));
  expect(wrong(rows.map(row => ({ ...row, file: join(CASES, row.file) })))).toEqual([]);
  return undefined;
});

test('so does every fixture of the Go module, by Kubernetes minor', () => {
  const module = goModule(MODULE, 'the fixtures of Pod Security admission for every minor');
  if (module === undefined) {
    return;
  }
  const data = join(module, 'test', 'testdata');
  const rows = ['baseline', 'restricted'].flatMap(level => readdirSync(join(data, level)).flatMap(version => ['pass', 'fail'].flatMap(verdict => {
    const folder = join(data, level, version, verdict);
    return readdirSync(folder).map(file => ({ file: join(folder, file), policy: `pss/${level}`, policy_version: version, verdict }));
  })));
  const minor = (version: string | KubernetesVersion) => Number(version.toString().split('.')[1]);
  const oldest = minor(KubernetesVersion.OLDEST);
  const judged = rows.filter(({ policy, policy_version: version }) => minor(version) >= SAME_AS_OLDEST[policy.slice('pss/'.length)])
    .map(row => minor(row.policy_version) < oldest ? { ...row, policy_version: `v${KubernetesVersion.OLDEST}` } : row);
  const known = rows.filter(({ policy_version: version }) => minor(version) >= oldest).length;
  console.log(`${judged.length} of ${rows.length} fixtures of ${MODULE}: ${known} of the minors we know, the others older and judged as ${KubernetesVersion.OLDEST}`);
  expect(judged.length).toBeGreaterThan(2000);
  expect(wrong(judged)).toEqual([]);
});
