import fc from 'fast-check';
import { compile } from '../../../src/cel/program';
import { partlyKnown, Unknown } from '../../../src/verify/policy/unknown';

const evaluate = (expression: string, object: object) => compile(expression, { variables: ['object'] }).evaluate({ object });

test.each(['object.b', 'object.b.c', 'has(object.b)', '"b" in object', 'object.?b.hasValue()', 'object == {}', 'object.all(k, true)', 'object.size() == 1', 'object.b == "x" && true', 'object.b == "x" || false'])('%s asks for what is not known', expression => {
  expect(() => evaluate(expression, partlyKnown({ a: 1 }, 'object'))).toThrow(Unknown);
});

test.each(['object.a == 1', 'has(object.a)', '"a" in object', 'object != null', 'object.b == "x" || true', '!(object.b == "x" && false)', '[1, 2].exists(x, x == 2 || object.b == x)', 'object.a == 1 ? true : object.b'])('%s does not', expression => {
  expect(evaluate(expression, partlyKnown({ a: 1 }, 'object'))).toBe(true);
});

test('what decides without the unknown decides whatever the unknown is', () => {
  const part = fc.constantFrom('object.b', 'object.a', 'true', 'false', '!object.b');
  const tree = fc.letrec<{ node: string }>(tie => ({
    node: fc.oneof({ maxDepth: 4 }, part, fc.tuple(tie('node'), fc.constantFrom('&&', '||'), tie('node')).map(([left, sign, right]) => `(${left} ${sign} ${right})`)),
  })).node;
  fc.assert(fc.property(tree, fc.boolean(), (expression, a) => {
    const both = [true, false].map(b => evaluate(expression, { a, b }));
    try {
      expect([evaluate(expression, partlyKnown({ a }, 'object')), evaluate(expression, partlyKnown({ a }, 'object'))]).toEqual(both);
    } catch (error) {
      if (!(error instanceof Unknown)) {
        throw error;
      }
    }
  }));
});
