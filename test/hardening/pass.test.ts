import { ApiObject, Chart, Lazy, Testing } from 'cdk8s';
import { Verifier } from '../../src';
import { inOnePass, onceAPass, renderingOf } from '../../src/hardening/pass';

/** An app with one object, which counts its renderings. */
function counted() {
  const root = Testing.app();
  let times = 0;
  const data = Lazy.any({ produce: () => ({ times: String(++times) }) });
  const object = new ApiObject(new Chart(root, 'chart'), 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'object' }, data });
  return { root, object, times: () => times };
}

test('in a pass an object is rendered once, whoever asks and however', () => {
  const { root, object, times } = counted();
  inOnePass(root, () => inOnePass(root, () => expect([renderingOf(object), object.toJson()]).toEqual([object.toJson(), renderingOf(object)])));
  expect(times()).toBe(1);
});

test('outside of a pass it is rendered each time', () => {
  const { root, object, times } = counted();
  inOnePass(root, () => object.toJson());
  expect([renderingOf(object).data, object.toJson().data]).toEqual([{ times: '2' }, { times: '3' }]);
  expect(times()).toBe(3);
});

test('who asks the object may change what he gets', () => {
  const { root, object } = counted();
  inOnePass(root, () => {
    object.toJson().data.times = 'changed';
    expect([object.toJson().data, renderingOf(object).data]).toEqual([{ times: '1' }, { times: '1' }]);
  });
});

test('what belongs to a key is made once in each pass, and each time outside', () => {
  const { root, object } = counted();
  const key = {};
  let made = 0;
  const make = () => onceAPass(object, key, () => ++made);
  expect(inOnePass(root, () => [make(), make()])).toEqual([1, 1]);
  expect(inOnePass(root, () => [make(), make()])).toEqual([2, 2]);
  expect([make(), make()]).toEqual([3, 4]);
});

test('a pass is of one app: what another one renders meanwhile is rendered anew', () => {
  const { root } = counted();
  const other = counted();
  Verifier.of(other.root, { controls: ['privileged-container'] });
  const [first, second] = inOnePass(root, () => [other.root.synthYaml(), other.root.synthYaml()]);
  expect([first, second]).toEqual([expect.stringContaining('times: "1"'), expect.stringContaining('times: "2"')]);
});
