import { Catalogue, Control } from '../../src';
import { keep, restore } from '../../src/cel/kept';
import { compile, keepCondition, keyOf, useKept } from '../../src/cel/program';
import { VARIABLES } from '../../src/controls/control';
import { keptConditionsOf } from '../../src/controls/kept-conditions';
import { KubernetesVersion } from '../../src/model/kubernetes-version';

const CONTROLS = Catalogue.all().filter((control): control is Control => control instanceof Control);
const KEPT = keptConditionsOf(CONTROLS);
const all = Object.values(KEPT).flat();

test.each(KubernetesVersion.all().map(String))('the condition of every control is kept for Kubernetes %s', target => {
  const minor = Math.max(29, Number(target.split('.')[1]));
  const isKept = (control: Control) =>
    KEPT[keyOf(control.expressionFor(target), VARIABLES[control.subject])]
      ?.some(({ minors: [first, last] }) => minor >= first && minor <= (last ?? Infinity));
  expect(CONTROLS.filter(control => !isKept(control)).map(({ id }) => id)).toEqual([]);
});

test('what is restored is kept as the same', () => {
  const again = all.map(condition => {
    const { ast, checked } = restore(condition);
    return keep(ast, checked);
  });
  expect(again).toEqual(all);
});

test.each([
  ['object.a == 2', true], ['object.a == 2u', true], ['object.a == 2.5', false], ['object.b == "x"', true], ['bytes(object.b) == b"x"', true],
  ['type(object.b) == string', true], ['object.?c.orValue(null) == null', true], ['object.a > -9223372036854775808', true], ['sets.contains([1, 2], [object.a])', true],
  ['{"k": object.b}[?"k"].hasValue()', true], ['[?object.?c, ?object.?b].all(each, each == "x")', true],
])('%s gives the same when it is restored', (expression, answer) => {
  const environment = { variables: ['object'], kubernetes: '1.37', result: 'bool' as const };
  const condition = keepCondition(expression, environment)!;
  // Under a name of its own, for what was compiled once is not restored.
  const name = `kept ${expression}`;
  useKept(() => ({ [keyOf(name, ['object'])]: [condition] }));
  expect(compile(name, environment).evaluate({ object: { a: 2, b: 'x' } })).toBe(answer);
  expect(compile(expression, environment).evaluate({ object: { a: 2, b: 'x' } })).toBe(answer);
});

test('what needs the type of a part is compiled each time', () => {
  expect(keepCondition('object.list.sortBy(x, x.name) == []', { variables: ['object'], kubernetes: '1.37' })).toBeUndefined();
});
