import fc from 'fast-check';
import { notRun } from '../not-run';
import { askEvaluator } from './oracle/evaluator';
import { EXPRESSIONS, OBJECT } from './oracle/expressions';
import { anExpression } from './oracle/generate';
import { Answer, askKubernetes, hasGo, Question } from './oracle/kubernetes';
import { flat, SPECIFICATION } from './specification';

const GENERATED = 3000;
const MINORS = [29, 30, 31, 32, 33, 34, 35];

/** Where our answer is another than Kubernetes', and why that stays so. */
const KNOWN: ReadonlyArray<readonly [expression: RegExp, why: string]> = [
  [/google\.protobuf\.\w+\{/, 'messages of protobuf cannot be made, and no policy needs one'],
  [/^\{b"a": 1\}$/, 'the API server panics'],
  [/\(\[\]\)\[/, 'an element of the empty list has whatever type is looked for first'],
];

/** The program has one version of the library: what 1.33 brought without a version of its own, it has for older minors too. */
const SINCE_1_33 = /\.(first|last|unwrapOpt)\(|optional\.unwrap/;

/** Whose costs differ: an operand failed on the way, a field is asked for in what has no fields, or the order of a map's keys matters. */
const OTHER_COST = [/^1\/0 == 1 \|\| true/, /\|\| true$/, /&& false/, /has\(object\.\?a\.b\)/, /object\.m\.(all|exists)\(/, /1 \/ x/, /optFlatMap\(x, object\.a\)/];

const outcome = ({ value, failed }: Answer) => failed ?? value;
const questions = (expressions: readonly string[], minor: number) => expressions.map(expression => ({ expression, object: OBJECT, minor }));

interface Comparison { readonly question: Question; readonly ours: Answer; readonly theirs: Answer }

function compared(asked: readonly Question[]): Comparison[] {
  const answers = askKubernetes(asked);
  return asked.map((question, index) => ({ question, ours: askEvaluator(question), theirs: answers[index] }));
}

function disagreements(asked: readonly Question[]): string[] {
  return compared(asked.filter(({ expression }) => !KNOWN.some(([known]) => known.test(expression))))
    .filter(({ ours, theirs }) => outcome(ours) !== outcome(theirs))
    .map(({ question, ours, theirs }) => `${question.expression} at 1.${question.minor}: ${outcome(ours)} (${ours.message ?? ''}), not ${outcome(theirs)} (${theirs.message ?? ''})`);
}

if (hasGo() || process.env.CI === 'true') {
  test.each(Object.keys(EXPRESSIONS))('%s: the same as Kubernetes', topic => {
    expect(disagreements(questions(EXPRESSIONS[topic], 35))).toEqual([]);
  }, 600_000);

  test('every expression that needs no data has the cost that Kubernetes counts, but for errors on the way', () => {
    const all = compared(Object.values(EXPRESSIONS).flatMap(topic => questions(topic, 35)));
    const wrong = all.filter(({ question, ours, theirs }) => ours.failed === undefined && theirs.failed === undefined && ours.cost !== theirs.cost
      && !OTHER_COST.some(other => other.test(question.expression)));
    require('fs').writeFileSync('/tmp/oracle/cost.txt', wrong.map(w => `${w.question.expression}: ${w.ours.cost} not ${w.theirs.cost}`).join('\n'));
    expect(wrong.length).toBe(0);
  });

  test.each(MINORS)('what a new policy may use at 1.%i', minor => {
    const some = ['lists', 'sets', 'optionals', 'macros', 'addresses', 'formats', 'versions', 'textFormat', 'types', 'quantities'].flatMap(topic => EXPRESSIONS[topic].filter((expression, index) => index % 3 === 0 && (minor >= 33 || !SINCE_1_33.test(expression))));
    expect(disagreements(questions(some, minor))).toEqual([]);
  });

  test('the specification\'s expressions', () => {
    const expressions: string[] = SPECIFICATION.suites.flatMap((section: any) => flat(section)).filter(({ original }: any) => original.bindings === undefined).map(({ original }: any) => original.expr);
    expect(disagreements(questions(expressions, 35))).toEqual([]);
  });

  test('generated expressions', () => {
    const seed = Date.now();
    const found = disagreements(questions(fc.sample(anExpression, { numRuns: GENERATED, seed }), 35));
    require('fs').writeFileSync('/tmp/oracle/gen.txt', found.join('\n'));
    expect({ seed, found }).toEqual({ seed, found: [] });
  });
} else {
  test('Kubernetes is asked', () => notRun('the CEL evaluator against Kubernetes\' own', 'there is no Go here'));
}
