import fc from 'fast-check';
import { notRun } from '../not-run';
import { askEvaluator } from './oracle/evaluator';
import { EXPRESSIONS, OBJECT } from './oracle/expressions';
import { anExpression } from './oracle/generate';
import { Answer, askKubernetes, hasGo, Question } from './oracle/kubernetes';
import { flat, SPECIFICATION } from './specification';

const GENERATED = 5000;
const MINUTES = 60_000;
const NEWEST = 35;
/** The same expressions in every run, so that none fails by chance. Who looks for more gives another: `CEL_SEED=1 npx jest test/cel/oracle`. */
const SEED = Number(process.env.CEL_SEED ?? 20261124);
const MINORS = [29, 30, 31, 32, 33, 34, NEWEST];

/** Where our answer is another than Kubernetes', and why that stays so. */
const KNOWN: ReadonlyArray<readonly [expression: RegExp, why: string]> = [
  [/google\.protobuf\.\w+\{/, 'messages of protobuf cannot be made, and no policy needs one'],
  [/^\{b"a": 1\}$/, 'the API server panics'],
  // Generated operands stand in parentheses; the table asks what the empty list does by itself.
  [/\(\[\]\)/, 'an element of the empty list has whatever type is looked for first'],
];

/** Whose costs differ: an operand failed on the way, a field is asked for in what has no fields, or the order of a map's keys matters. */
const OTHER_COST = [/^1\/0 == 1 \|\| true/, /\|\| true$/, /&& false/, /has\(object\.\?a\.b\)/, /object\.m\.(all|exists)\(/, /1 \/ x/, /optFlatMap\(x, object\.a\)/];

/** The program has one version of the library: what 1.33 brought without a version of its own, it has for older minors too. */
const SINCE_1_33 = /\.(first|last|unwrapOpt)\(|optional\.unwrap/;

const BY_MINOR = ['lists', 'sets', 'optionals', 'macros', 'addresses', 'formats', 'versions', 'textFormat', 'types', 'quantities', 'order'];

interface Comparison { readonly question: Question; readonly ours: Answer; readonly theirs: Answer }

const ask = (expressions: readonly string[], minor = NEWEST) => expressions.filter(expression => !KNOWN.some(([known]) => known.test(expression)))
  .map(expression => ({ expression, object: OBJECT, minor }));
const table = () => ask(Object.values(EXPRESSIONS).flat());
const outcome = ({ value, failed }: Answer) => failed ?? value;
const written = ({ question, ours, theirs }: Comparison) => `${question.expression} at 1.${question.minor}: ${JSON.stringify(ours)}, not ${JSON.stringify(theirs)}`;

function compared(asked: readonly Question[]): Comparison[] {
  const answers = askKubernetes(asked);
  expect(answers).toHaveLength(asked.length);
  return asked.map((question, index) => ({ question, ours: askEvaluator(question), theirs: answers[index] }));
}

const disagreements = (asked: readonly Question[]) => compared(asked).filter(({ ours, theirs }) => outcome(ours) !== outcome(theirs)).map(written);

if (hasGo() || process.env.CI === 'true') {
  test.each(Object.keys(EXPRESSIONS))('%s are evaluated as Kubernetes does', topic => {
    expect(disagreements(ask(EXPRESSIONS[topic]))).toEqual([]);
  }, 20 * MINUTES);

  test.each(MINORS)('a new policy at 1.%i may use what Kubernetes lets it', minor => {
    const some = BY_MINOR.flatMap(topic => EXPRESSIONS[topic])
      .filter((expression, index) => index % 3 === minor % 3 && (minor >= 33 || !SINCE_1_33.test(expression)));
    expect(disagreements(ask(some, minor))).toEqual([]);
  }, MINUTES);

  test('the specification\'s expressions are evaluated as Kubernetes does', () => {
    const originals = SPECIFICATION.suites.flatMap(flat).map(({ original }: any) => original);
    const expressions = originals.filter(({ bindings }: any) => bindings === undefined).map(({ expr }: any) => expr);
    expect(expressions.length).toBeGreaterThan(2000);
    expect(disagreements(ask(expressions))).toEqual([]);
  }, MINUTES);

  test('generated expressions are evaluated as Kubernetes does', () => {
    expect({ SEED, found: disagreements(ask(fc.sample(anExpression, { numRuns: GENERATED, seed: SEED }))) }).toEqual({ SEED, found: [] });
  }, MINUTES);

  test('the static type is the one that Kubernetes finds', () => {
    const found = compared([...table(), ...ask(fc.sample(anExpression, { numRuns: GENERATED, seed: SEED }))])
      .filter(({ ours, theirs }) => ours.type !== undefined && theirs.type !== undefined && ours.type !== theirs.type).map(written);
    expect({ SEED, found }).toEqual({ SEED, found: [] });
  }, MINUTES);

  test('the cost is the one that Kubernetes counts', () => {
    const evaluated = compared(table()).filter(({ ours, theirs }) => ours.failed === undefined && theirs.failed === undefined);
    const comparable = evaluated.filter(({ question }) => !OTHER_COST.some(other => other.test(question.expression)));
    expect(comparable.filter(({ ours, theirs }) => ours.cost !== theirs.cost).map(written)).toEqual([]);
  }, MINUTES);
} else {
  test('Kubernetes is asked', () => notRun('the CEL evaluator against Kubernetes\' own', 'there is no Go here'));
}
