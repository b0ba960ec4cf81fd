import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, array, constantFrom, nat, property } from 'fast-check';
import { dump, load } from 'js-yaml';
import { notRun } from '../not-run';
import { APPLICATIONS, findingsOfRealApplications, Place, placeOf } from './realworld/findings';
import { spread } from './realworld/sample';

const COUNTS = join(__dirname, 'realworld/counts.yaml');
const ACCEPT = 'BULWARK_ACCEPT_COUNTS';

/** One finding that a person looked at in its manifest. */
interface Reviewed extends Place {
  /** A false one was mended: it is no finding any more. */
  readonly verdict: 'true' | 'false' | 'debatable';
  readonly why: string;
}

const reviewed = readFileSync(join(__dirname, 'realworld/reviewed.jsonl'), 'utf8').trim().split('\n').map(line => JSON.parse(line) as Reviewed);
const findings = findingsOfRealApplications();
const key = ({ control, file, object, path }: Place) => [control, file, object, path].join(' ');

/** How many findings each control has. */
function counted(): Record<string, number> {
  const counts: Record<string, number> = {};
  findings.forEach(({ control }) => counts[control] = (counts[control] ?? 0) + 1);
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a < b ? -1 : 1));
}

if (findings.length === 0) {
  test('without the manifests of real applications', () => notRun('findings on real applications', `${APPLICATIONS} is not there`));
} else {
  test('what each control finds in real applications changes only where somebody looked', () => {
    if (process.env[ACCEPT] !== undefined) {
      const what = '# Findings of each control in the manifests of real applications.';
      writeFileSync(COUNTS, `${what} ${ACCEPT}=1 rewrites this file: look at what came and went first.\n${dump(counted())}`);
    }
    const before = load(readFileSync(COUNTS, 'utf8')) as Record<string, number>;
    const now = counted();
    const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(id => before[id] !== now[id]).sort()
      .map(id => `${id}: ${before[id] ?? 0} -> ${now[id] ?? 0}`);
    if (changed.length > 0) {
      throw new Error([
        `findings on real applications changed: look at them, then accept the new counts with ${ACCEPT}=1 npm run test:peers`, ...changed,
      ].join('\n'));
    }
  });

  test('a finding that was reviewed is still there, and one that was false is not', () => {
    const places = new Set(findings.map(placeOf).map(key));
    expect(reviewed.filter(row => places.has(key(row)) !== (row.verdict !== 'false'))).toEqual([]);
  });
}

test('at least 200 findings were reviewed, of many controls, each once and with a reason', () => {
  const verdicts = ['true', 'false', 'debatable'].map(verdict => `${verdict} ${reviewed.filter(row => row.verdict === verdict).length}`);
  const controls = new Set(reviewed.map(({ control }) => control));
  process.stdout.write(`findings on real applications: ${findings.length}; reviewed ${reviewed.length}, of ${controls.size} controls: ${verdicts.join(', ')}\n`);
  expect(reviewed.length).toBeGreaterThanOrEqual(200);
  expect(new Set(reviewed.map(key)).size).toBe(reviewed.length);
  expect(controls.size).toBeGreaterThanOrEqual(50);
  expect(reviewed.filter(({ verdict, why }) => !['true', 'false', 'debatable'].includes(verdict) || why === '')).toEqual([]);
});

test('a sample takes of each group before it takes a second of one, and the same for a seed', () => assert(property(
  array(constantFrom('a', 'b', 'c').chain(group => nat().map(value => ({ group, value })))), nat(60), nat(), (rows, atLeast, seed) => {
    const sample = spread(rows, ({ group }) => group, atLeast, seed);
    const sizes = ['a', 'b', 'c'].map(group => [sample.filter(row => row.group === group).length, rows.filter(row => row.group === group).length]);
    expect(sample.length).toBeGreaterThanOrEqual(Math.min(atLeast, rows.length));
    expect(new Set(sample).size).toBe(sample.length);
    const most = Math.max(...sizes.map(([taken]) => taken));
    sizes.forEach(([taken, all]) => expect(taken).toBe(Math.min(most, all)));
    expect(spread(rows, ({ group }) => group, atLeast, seed)).toEqual(sample);
  },
)));
