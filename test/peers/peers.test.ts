import { Cases, CASES, Row, rowsOf } from './cases';
import { BEYOND_OPINION, CROSSWALK, DISAGREEMENTS, fits, KINDS_OF_DISAGREEMENT, outOfScope, PEERS, REASONS, TOLD } from './crosswalk';
import { Disagreement, measured, MeasuredRule } from './measured';
import { Catalogue } from '../../src';
import { askedBy, crossingText } from '../../src/cli/crosswalk';
import { notRun } from '../not-run';

const crossings = Object.entries(CROSSWALK).flatMap(([peer, rules]) => Object.entries(rules).map(([rule, crossing]) => ({ peer, rule, crossing })));

/** What a rule and our controls say of the rows of the rule. */
function measure(peer: string, rule: string, rows: readonly Row[], casesFor: (row: Row) => Cases): MeasuredRule {
  const crossing = CROSSWALK[peer][rule];
  const ours = (row: Row) => outOfScope(crossing) === undefined ? casesFor(row).verdict(crossing, row) : 'pass';
  const judged = rows.map(row => ({ row, ours: ours(row) }));
  const count = (verdict: string) => {
    const those = judged.filter(({ row }) => row.verdict === verdict);
    return { rows: those.length, agreed: those.filter(each => each.ours === each.row.verdict).length };
  };
  const why = (file: string, doc: number | null) => Object.entries(DISAGREEMENTS[peer]?.[rule] ?? {})
    .find(([glob]) => explains(glob, file, doc))?.[1];
  const said = (theirs: string, { file, doc }: Row, ourVerdict: string): Disagreement => {
    const text = why(file, doc);
    return { file, doc, theirs, ours: ourVerdict, why: text, beyondOpinion: BEYOND_OPINION.some(kind => text?.startsWith(`${kind}: `)) };
  };
  return {
    rule,
    controls: crossingText(crossing),
    outOfScope: outOfScope(crossing) === undefined ? undefined : crossingText(crossing).replace('out of scope: ', ''),
    narrowed: 'only' in crossing,
    exempted: rows.filter(row => toldTo(peer, rule, row)?.exempt !== undefined).length,
    pass: count('pass'),
    fail: count('fail'),
    disagreements: outOfScope(crossing) !== undefined ? []
      : judged.filter(each => each.ours !== each.row.verdict).map(each => said(each.row.verdict, each.row, each.ours)),
  };
}

/** Whether a glob of the explanations is for a row: for its file, or for one document of it. */
function explains(glob: string, file: string, doc: number | null): boolean {
  return fits(glob, file) || fits(glob, `${file} #${doc}`);
}

function toldTo(peer: string, name: string, { file, constraint, rule }: Row) {
  return TOLD[peer]?.[name]?.find(({ rows }) => fits(rows ?? '*', [file, constraint, rule].filter(part => typeof part === 'string').join(' ')));
}

test('every peer is in the crosswalk, and no other', () => {
  expect([Object.keys(CROSSWALK).sort(), Object.keys(DISAGREEMENTS).filter(peer => !PEERS.includes(peer))]).toEqual([[...PEERS].sort(), []]);
});

test('a rule leads to controls that are there, or is out of scope for a reason of the list', () => {
  const known = new Set(Catalogue.all().map(({ id }) => id));
  const wrong = crossings.filter(({ crossing }) => !('out-of-scope' in crossing) ? askedBy(crossing).length === 0 || !askedBy(crossing).flat().every(id => known.has(id))
    : !REASONS.includes(outOfScope(crossing)!) || crossing['out-of-scope'].startsWith('contradicts') !== /^[^:]+: \S/.test(crossing['out-of-scope']));
  expect(wrong).toEqual([]);
});

test('a disagreement is of a kind of the list, and says why', () => {
  const texts = Object.values(DISAGREEMENTS).flatMap(rules => Object.values(rules).flatMap(globs => Object.values(globs)));
  expect(texts.filter(text => !KINDS_OF_DISAGREEMENT.some(kind => text.startsWith(`${kind}: `) && text.length > kind.length + 10))).toEqual([]);
});

test.each(Object.keys(CROSSWALK))('we agree with the cases of %s, but where it is said why not', peer => {
  const rows = rowsOf(peer);
  if (rows === undefined) {
    return notRun(`the cases of ${peer}`, `they are not in ${CASES}`);
  }
  const rules = [...new Set(rows.map(({ policy }) => policy))];
  expect(Object.keys(CROSSWALK[peer]).sort()).toEqual([...rules].sort());
  const controlsOf = (rule: string) => askedBy(CROSSWALK[peer][rule]).flat();
  const together = new Cases(peer, rules.flatMap(controlsOf));
  const separate = new Map(Object.entries(TOLD[peer] ?? {})
    .flatMap(([rule, all]) => all.map(told => [told, new Cases(peer, told.controls ?? controlsOf(rule), told)])));
  const casesFor = (rule: string) => (row: Row) => separate.get(toldTo(peer, rule, row)!) ?? together;
  const result = rules.map(rule => measure(peer, rule, rows.filter(({ policy }) => policy === rule), casesFor(rule)));
  measured(peer, result);
  expect(result.flatMap(({ rule, disagreements }) => disagreements.filter(({ why }) => why === undefined).map(({ file, theirs }) => `${rule} ${file}: ${theirs}`))).toEqual([]);
  const unused = Object.entries(DISAGREEMENTS[peer] ?? {}).flatMap(([rule, globs]) => Object.keys(globs)
    .filter(glob => !result.some(row => row.rule === rule && row.disagreements.some(({ file, doc }) => explains(glob, file, doc)))).map(glob => `${rule} ${glob}`));
  unused.push(...Object.entries(TOLD[peer] ?? {}).flatMap(([rule, all]) => all
    .filter(told => !rows.some(row => row.policy === rule && toldTo(peer, rule, row) === told)).map(told => `told: ${rule} ${told.rows}`)));
  expect(unused).toEqual([]);
  return undefined;
});
