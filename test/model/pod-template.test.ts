import * as fc from 'fast-check';
import { containersOf, POD_TEMPLATE_KINDS, PodTemplateKind, podTemplateOf } from '../../src/model/pod-template';

const kinds = fc.constantFrom(...POD_TEMPLATE_KINDS);
const version = fc.constantFrom('v1', 'v1beta1', 'v2alpha3');
const apiVersionOf = ({ apiGroup }: PodTemplateKind, served: string) => (apiGroup === '' ? served : `${apiGroup}/${served}`);
const wrap = (path: readonly string[], template: unknown) => path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), template) as object;

test('finds the template of each kind, in any version', () => {
  fc.assert(fc.property(kinds, version, (row, served) => {
    const template = { metadata: { labels: { app: 'cart' } }, spec: { containers: [] } };
    const object = { ...wrap(row.template, template), apiVersion: apiVersionOf(row, served), kind: row.kind };
    const found = podTemplateOf(object);
    expect(found?.path).toEqual(row.template);
    expect(found?.template.spec).toBe(template.spec);
    expect(found?.template.metadata).toBe(template.metadata);
  }));
});

test.each([
  ['v1', 'Service'],
  ['apps/v1', 'Pod'],
  ['v1', 'Deployment'],
  ['example.com/v1', 'Job'],
  ['v1', 'constructor'],
  ['serving.knative.dev/v1', 'Route'],
])('a %s %s has none, whatever it contains', (apiVersion, kind) => {
  expect(podTemplateOf({ apiVersion, kind, spec: { template: { spec: {} } } })).toBeUndefined();
});

test('an object that is not well formed has none', () => {
  fc.assert(fc.property(kinds, fc.nat(), fc.constantFrom(undefined, null, 1, 'spec', [], [{}], true), (row, cut, rubbish) => {
    const path = [...row.template, 'spec'];
    const object = { ...wrap(path.slice(0, 1 + cut % path.length), rubbish), apiVersion: apiVersionOf(row, 'v1'), kind: row.kind };
    expect(podTemplateOf(object)).toBeUndefined();
  }));
});

test('never throws', () => {
  const object = fc.record({ apiVersion: fc.anything(), kind: fc.anything(), spec: fc.anything() }, { requiredKeys: [] });
  fc.assert(fc.property(fc.oneof(fc.anything(), object), value => {
    expect(podTemplateOf(value)).toBeUndefined();
  }));
});

test('lists containers, init containers and ephemeral containers by their places', () => {
  const spec = {
    ephemeralContainers: [{ name: 'debug' }],
    initContainers: [{ name: 'migrate' }],
    containers: [{ name: 'cart' }, null, 'rubbish', { name: 'proxy' }],
  };
  expect([...containersOf(spec)].map(({ list, index, container }) => [list, index, container.name])).toEqual([
    ['containers', 0, 'cart'],
    ['containers', 3, 'proxy'],
    ['initContainers', 0, 'migrate'],
    ['ephemeralContainers', 0, 'debug'],
  ]);
  expect([...containersOf({ containers: { 0: {} } })]).toEqual([]);
});

test('every kind is in the table once', () => {
  const names = POD_TEMPLATE_KINDS.map(({ apiGroup, kind }) => `${kind}.${apiGroup}`);
  expect(new Set(names).size).toBe(names.length);
});
