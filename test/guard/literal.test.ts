import fc from 'fast-check';
import { compile } from '../../src/cel/program';
import { literal } from '../../src/guard/literal';

const written = (value: unknown) => compile(literal(value), { variables: [] });

/** What a person writes: numbers beyond 2^53 have no exact value in JSON. */
const sensible = (value: unknown) => JSON.parse(JSON.stringify(value), (_key, each) => typeof each === 'number' && Math.abs(each) > Number.MAX_SAFE_INTEGER ? 0.5 : each);

test('any value of JSON is the same value in CEL', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })).map(sensible), params => {
    expect(compile(`${literal(params)} == params`, { variables: ['params'] }).evaluate({ params })).toBe(true);
  }), { numRuns: 1000 });
});

test('lists and maps of one type stay so; mixed ones are dynamic, which the API server asks for', () => {
  expect(literal(['a', 'b'])).toBe('["a", "b"]');
  expect(written([1, 2]).type).toBe('list(int)');
  expect(literal({ name: 'a', most: 3 })).toBe('{"name": dyn("a"), "most": dyn(3)}');
  expect(literal([1, 1.5])).toBe('[dyn(1), dyn(1.5)]');
});
