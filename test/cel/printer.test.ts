import { EXPRESSIONS } from './oracle/expressions';
import { parse, print } from '../../src/cel/ast';

/** A syntax tree without the places where its parts stand. */
const bare = (node: unknown) => JSON.stringify(node, (key, value) => key === 'start' || key === 'end' ? undefined : typeof value === 'bigint' ? `${value}n` : value);

function parses(expression: string): boolean {
  try {
    return parse(expression) !== undefined;
  } catch {
    return false;
  }
}

test('what is written reads as the same tree', () => {
  const expressions = Object.values(EXPRESSIONS).flat().filter(parses);
  expect(expressions.length).toBeGreaterThan(5000);
  expect(expressions.filter(expression => bare(parse(print(parse(expression)))) !== bare(parse(expression)))).toEqual([]);
});

test.each([
  ['(1 + 2) * 3', '(1 + 2) * 3'],
  ['1 + (2 + 3)', '1 + (2 + 3)'],
  ['!(a && b) || c', '!(a && b) || c'],
  ['(a ? b : c) ? d : (e ? f : g)', '(a ? b : c) ? d : e ? f : g'],
  ['a.?b[?0].all(x, x in [?y, 1u])', 'a.?b[?0].all(x, x in [?y, 1u])'],
  ['{?"a": b, \'c\': 1.0}', '{?"a": b, "c": 1.0}'],
  ['b"\\xff"', 'b"\\xff"'],
  ['(-1).a', '(-1).a'],
])('%s is written %s', (expression, written) => {
  expect(print(parse(expression))).toBe(written);
});
