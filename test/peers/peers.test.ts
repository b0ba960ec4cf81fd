import { Cases, CASES, Row, rowsOf } from './cases';
import { Crossing, CROSSWALK, DISAGREEMENTS, fits, outOfScope, PARAMETERS, PEERS, REASONS } from './crosswalk';
import { measured, MeasuredRule } from './measured';
import { Catalogue } from '../../src';
import { notRun } from '../not-run';

const crossings = Object.entries(CROSSWALK).flatMap(([peer, rules]) => Object.entries(rules).map(([rule, crossing]) => ({ peer, rule, crossing })));

/** What a rule and our controls say of the rows of the rule. */
function measure(peer: string, rule: string, rows: readonly Row[], cases: Cases): MeasuredRule {
  const crossing = CROSSWALK[peer][rule];
  const count = (verdict: string, those: readonly Row[]) => those.filter(row => row.verdict === verdict).length;
  if (!Array.isArray(crossing)) {
    const unjudged = (verdict: string) => ({ rows: count(verdict, rows), agreed: 0 });
    return { rule, controls: [], outOfScope: crossing['out-of-scope'], pass: unjudged('pass'), fail: unjudged('fail'), disagreements: [] };
  }
  const judged = rows.map(row => ({ row, ours: cases.verdict(crossing, row) }));
  const agreed = judged.filter(({ row, ours }) => ours === row.verdict).map(({ row }) => row);
  const why = (file: string) => Object.entries(DISAGREEMENTS[peer]?.[rule] ?? {}).find(([glob]) => fits(glob, file))?.[1];
  return {
    rule,
    controls: crossing,
    pass: { rows: count('pass', rows), agreed: count('pass', agreed) },
    fail: { rows: count('fail', rows), agreed: count('fail', agreed) },
    disagreements: judged.filter(({ row, ours }) => ours !== row.verdict)
      .map(({ row: { file, doc, verdict }, ours }) => ({ file, doc, theirs: verdict, ours, why: why(file) })),
  };
}

test('every peer is in the crosswalk, and no other', () => {
  expect([Object.keys(CROSSWALK).sort(), Object.keys(DISAGREEMENTS).filter(peer => !PEERS.includes(peer))]).toEqual([[...PEERS].sort(), []]);
});

test('a rule leads to controls that are there, or is out of scope for a reason of the list', () => {
  const known = new Set(Catalogue.all().map(({ id }) => id));
  const wrong = crossings.filter(({ crossing }) => Array.isArray(crossing) ? crossing.length === 0 || !crossing.every(id => known.has(id))
    : !REASONS.includes(outOfScope(crossing)!) || crossing['out-of-scope'].startsWith('contradicts') !== /^[^:]+: \S/.test(crossing['out-of-scope']));
  expect(wrong).toEqual([]);
});

test.each(Object.keys(CROSSWALK))('we agree with the cases of %s, but where it is said why not', peer => {
  const rows = rowsOf(peer);
  if (rows === undefined) {
    return notRun(`the cases of ${peer}`, `they are not in ${CASES}`);
  }
  const rules = [...new Set(rows.map(({ policy }) => policy))];
  expect(Object.keys(CROSSWALK[peer]).sort()).toEqual([...rules].sort());
  const controlsOf = (crossing: Crossing) => Array.isArray(crossing) ? crossing : [];
  const together = new Cases(peer, Object.values(CROSSWALK[peer]).flatMap(controlsOf));
  const told = PARAMETERS[peer] ?? {};
  const casesOf = (rule: string) => rule in told ? new Cases(peer, controlsOf(CROSSWALK[peer][rule]), told[rule]) : together;
  const result = rules.map(rule => measure(peer, rule, rows.filter(({ policy }) => policy === rule), casesOf(rule)));
  measured(peer, result);
  expect(result.flatMap(({ rule, disagreements }) => disagreements.filter(({ why }) => why === undefined).map(({ file, theirs }) => `${rule} ${file}: ${theirs}`))).toEqual([]);
  const unused = Object.entries(DISAGREEMENTS[peer] ?? {}).flatMap(([rule, globs]) => Object.keys(globs)
    .filter(glob => !result.some(row => row.rule === rule && row.disagreements.some(({ file }) => fits(glob, file)))).map(glob => `${rule} ${glob}`));
  expect(unused).toEqual([]);
  return undefined;
});
