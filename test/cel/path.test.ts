import * as fc from 'fast-check';
import { spent } from '../../src/cel/cost';
import { compile } from '../../src/cel/program';

/** A step as a literal has it, which is read in one go, and with a key that only the evaluation knows, which is not. */
interface Step { readonly literal: string; readonly evaluated: string; readonly optional: boolean }

const KEYS = ['a', 'b', 'constructor', '__proto__', 'app.kubernetes.io/name'];
const { value } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof({ maxDepth: 4 }, fc.constantFrom<unknown>(null, true, 0, 1.5, 'text', ''), fc.array(tie('value'), { maxLength: 2 }),
    fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { selector: ([key]) => key, minLength: 1 }).map(entries => Object.fromEntries(entries))),
}));
const step: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom(...KEYS.keys()), fc.boolean(), fc.boolean()).map(([at, optional, dotted]) => {
  const mark = optional ? '?' : '';
  return {
    literal: dotted && /^[a-z]+$/.test(KEYS[at]) ? `.${mark}${KEYS[at]}` : `[${mark}${JSON.stringify(KEYS[at])}]`,
    evaluated: `[${mark}key${at}]`,
    optional,
  };
});
const variables = ['object', ...KEYS.map((_, at) => `key${at}`)];

function outcome(expression: string, object: unknown): unknown {
  const program = compile(expression, { variables });
  try {
    return { gives: program.evaluate({ object, ...Object.fromEntries(KEYS.map((key, at) => [`key${at}`, key])) }), cost: spent() };
  } catch (error) {
    return { says: (error as Error).message, cost: spent() };
  }
}

/** What is asked of a path. Within the macro its name has an optional value. */
const QUESTIONS: readonly ((path: string) => string)[] = [
  path => path, path => `[${path}, 1 == 1 ? ${path} : ${path}]`, path => `has(${path}.a)`, path => `${path} == ${path} || true`,
  path => `[optional.of(object), optional.none()].map(object, ${path})`,
];
const OF_OPTIONAL: readonly ((path: string) => string)[] = [path => `${path}.orValue(7)`, path => `${path}.hasValue()`, path => `[?${path}]`];

test('a path gives, refuses and costs what its steps do one by one', () => {
  fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), value, (steps, object) => {
    const questions = steps.some(({ optional }) => optional) ? [...QUESTIONS, ...OF_OPTIONAL] : QUESTIONS;
    const [literal, evaluated] = (['literal', 'evaluated'] as const).map(way => `object${steps.map(each => each[way]).join('')}`);
    questions.forEach(question => expect(outcome(question(literal), object)).toEqual(outcome(question(evaluated), object)));
  }), { numRuns: 500 });
});
