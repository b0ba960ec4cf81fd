import fc from 'fast-check';
import { spent, spentInAll } from '../../src/cel/cost';
import { compile } from '../../src/cel/program';
import * as type from '../../src/cel/types';

const evaluate = (expression: string, object: unknown = {}, kubernetes?: string) => compile(expression, { variables: ['object'], kubernetes }).evaluate({ object });

test.each([
  ['object.replicas + 1 == 3', { replicas: 2 }, true],
  ['object.replicas % 2 == 0', { replicas: 2 }, true],
  ['object.ratio > 1', { ratio: 1.5 }, true],
  ['object.?a.?b.orValue("none") == "none"', { a: {} }, true],
  ['object.?a.?b.hasValue()', { a: { b: 1 } }, true],
  ['object.?x[?"a" + object.n].hasValue()', { n: 1 }, false],
  ['has(object.a) && object.a.all(v, v > 0)', { a: [1, 2] }, true],
  ['object.a.exists(k, k == "x")', { a: { x: 1 } }, true],
  ['object.a.exists_one(v, v == 1)', { a: [1, 1] }, false],
  ['object.a.filter(v, v > 1).map(v, v * 2) == [4, 6]', { a: [1, 2, 3] }, true],
  ['object.a.all(i, v, v >= i)', { a: [0, 1] }, true],
  ['quantity("500m").isLessThan(quantity("1"))', {}, true],
  ['"registry.example.com/a".matches("^registry[.]")', {}, true],
  ['true || object.missing', {}, true],
  ['object.missing || true', {}, true],
  ['object.list.exists(v, v.a == 1)', { list: [{}, { a: 1 }] }, true],
  ['dyn(1) == 1.0 && dyn(1u) == 1', {}, true],
  ['"constructor" in object || has(object.toString)', {}, false],
  ['object.?constructor.hasValue()', {}, false],
])('%s', (expression, object, expected) => {
  expect(evaluate(expression, object)).toBe(expected);
});

test.each([
  ['object.a', 'no such key: a'],
  ['1 / 0', 'divide by zero'],
  ['9223372036854775807 + 1', 'integer overflow'],
  ['"a" + 1', 'no such overload'],
  ['object.items.all(a, object.items.all(b, object.items.all(c, true)))', 'costs more than'],
])('%s fails', (expression, message) => {
  expect(() => evaluate(expression, { items: new Array(200).fill(0) })).toThrow(message);
});

test.each([
  ['object.a ==', 'not CEL'],
  ['container.a', '"container" is not declared'],
  ['frobnicate(object)', 'the API server has no function frobnicate()'],
  ['object.a.startsWith()', 'does not take 0 arguments'],
])('%s is refused when it is compiled', (expression, message) => {
  expect(() => compile(expression, { variables: ['object'] })).toThrow(message);
});

test.each([
  ['1 + "a"', 'no such overload: + of int, string'],
  ['1 == 1.0', 'no such overload: == of int, double'],
  ['size(1)', 'no such overload: size() of int'],
  ['!"x"', 'no such overload: !_ of string'],
  ['[1, "a"]', 'a literal mixes int and string'],
  ['true ? 1 : "a"', 'no such overload: ?: of bool, int, string'],
  ['[1].all(x, x)', 'a condition is expected, not int'],
  ['1.all(x, true)', 'a macro goes through a list or a map, not int'],
  ['"%d".format(["a"])', '"%d" does not take string'],
  ['object.matches("[")', 'not a regular expression of RE2'],
  ['int("x")', 'cannot be converted to int'],
  ['timestamp("yesterday")', 'is not a timestamp'],
  ['authorizer.group("")', 'the authorizer cannot be asked outside an API server'],
  ['cel.bind(x, 1, x)', '"cel" is not declared, and the API server has no function cel.bind()'],
  ['jsonpatch.escapeKey("a")', 'the API server has no function jsonpatch.escapeKey()'],
])('the type check refuses %s', (expression, message) => {
  expect(() => compile(expression, { variables: ['object'] })).toThrow(message);
});

test('a policy must be a bool without a doubt', () => {
  expect(compile('object.a == 1', { variables: ['object'], result: 'bool' }).type).toBe('bool');
  expect(() => compile('object.a', { variables: ['object'], result: 'bool' })).toThrow('the API server must be sure that it is a bool, and it is of any type');
  expect(() => compile('1', { variables: ['object'], result: 'bool' })).toThrow('it is a int');
});

test('a function is refused where the API server of the version lacks it', () => {
  expect(evaluate('sets.contains([1, 2], [1])', {}, '1.30')).toBe(true);
  expect(() => evaluate('sets.contains([1, 2], [1])', {}, '1.28')).toThrow('exists from Kubernetes 1.30 on');
});

test('an expression is compiled once for all minors that it is the same for', () => {
  const at = (kubernetes: string, expression: string) => compile(expression, { variables: ['object'], kubernetes });
  expect(at('1.30', 'object.a.startsWith("b")')).toBe(at('1.37', 'object.a.startsWith("b")'));
  expect(at('1.31', 'quantity("1").isLessThan(object.a)')).not.toBe(at('1.34', 'quantity("1").isLessThan(object.a)'));
});

test('a hostile regular expression takes linear time', () => {
  const start = Date.now();
  expect(evaluate('object.matches("^(a+)+$")', `${'a'.repeat(50_000)}b`)).toBe(false);
  expect(Date.now() - start).toBeLessThan(2000);
});

test('integers are those of 64 bits', () => {
  fc.assert(fc.property(fc.integer(), fc.integer(), (a, b) => {
    expect(evaluate('object.a * 3 + object.b', { a, b })).toBe(BigInt(a) * 3n + BigInt(b));
  }));
});

describe('variables with types', () => {
  const types = { request: type.object('example.Request', { name: type.STRING, groups: type.list(type.STRING) }) };
  const typed = (expression: string) => compile(expression, { variables: ['request'], types });

  test('have the fields that their type has', () => {
    expect(typed('request.name + "x"').type).toBe('string');
    expect(typed('request.groups.exists(g, g == request.name)').evaluate({ request: { name: 'a', groups: ['a'] } })).toBe(true);
    expect(typed('has(request.name)').evaluate({ request: {} })).toBe(false);
    expect(() => typed('request.user')).toThrow('example.Request has no field "user"');
    expect(() => typed('has(request.user)')).toThrow('example.Request has no field "user"');
    expect(() => typed('request.name + 1')).toThrow('no such overload: + of string, int');
  });

  test('are not mixed up with those of another compilation', () => {
    expect(compile('request.user', { variables: ['request'] }).type).toBe('dyn');
  });
});

test('an evaluation in the midst of another has its own limit, and both are counted together', () => {
  const inner = compile('object.items.all(x, x == 0)', { variables: ['object'] });
  const outer = compile('object.lazy && object.items.all(x, x == 0)', { variables: ['object'] });
  const items = new Array(1000).fill(0);
  outer.evaluate({ object: { lazy: true, items } });
  const alone = spent();
  const before = spentInAll();
  outer.evaluate({ object: { get lazy() { return inner.evaluate({ object: { items } }); }, items } });
  expect(spent()).toBe(alone);
  expect(spentInAll() - before).toBeGreaterThan(alone * 1.9);
});
