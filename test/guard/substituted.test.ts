import { Catalogue, Control } from '../../src';
import { parse, print } from '../../src/cel/ast';
import { substituted } from '../../src/guard/substituted';

const names = { pod: { expression: 'variables.pod' }, params: { value: { most: 3, names: ['a', 'b'] } } };

test.each([
  ['pod.spec.hostNetwork', 'variables.pod.spec.hostNetwork'],
  ['has(pod.spec)', 'has(variables.pod.spec)'],
  ['pod.?spec.?a[?"b"].orValue({"pod": pod})', 'variables.pod.?spec.?a[?"b"].orValue({"pod": variables.pod})'],
  ['[?pod.?a, -pod.b, !pod.c].size() > params.most', '[?variables.pod.?a, -variables.pod.b, !variables.pod.c].size() > 3'],
  ['params.names.all(name, pod.spec[name] == 1)', '["a", "b"].all(name, variables.pod.spec[name] == 1)'],
  ['object.items.all(pod, pod.ready) && pod.ready', 'object.items.all(pod, pod.ready) && variables.pod.ready'],
  ['object.items.exists(i, pod, pod == i)', 'object.items.exists(i, pod, pod == i)'],
  ['params.?most.orValue(1) == 3', 'dyn({"most": dyn(3), "names": dyn(["a", "b"])}).?most.orValue(1) == 3'],
  ['pod.pod == other.pod', 'variables.pod.pod == other.pod'],
])('%s', (expression, expected) => {
  expect(substituted(expression, names)).toBe(expected);
});

test('an expression without these names is as it was', () => {
  for (const { expression } of Catalogue.all().filter((control): control is Control => control instanceof Control)) {
    expect(substituted(expression, {})).toBe(print(parse(expression)));
  }
});
