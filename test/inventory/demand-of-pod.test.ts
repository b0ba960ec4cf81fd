import { COUNTED, NO_USAGE, Usage } from '../../src/inventory/demand-amounts';
import { usageOfPod } from '../../src/inventory/demand-of-pod';

const cpu = (request: string, restartPolicy?: string, limit?: string) =>
  ({ name: 'c', restartPolicy, resources: { requests: { cpu: request }, ...limit === undefined ? {} : { limits: { cpu: limit } } } });
const usage = (spec: object, options: object = {}, metadata = {}) =>
  written(usageOfPod({ metadata, spec } as any, { defaults: NO_USAGE, sidecars: [], overhead: () => undefined, ...options }));
const written = (given: Usage) => Object.fromEntries((['requests', 'limits'] as const).flatMap(side =>
  COUNTED.filter(resource => given[side][resource] !== undefined).map(resource => [`${side}.${resource}`, given[side][resource]!.toString()])));

/** The tables of https://kubernetes.io/docs/concepts/workloads/pods/init-containers and of KEP 753. */
test.each<[string, object, string]>([
  ['containers add up', { containers: [cpu('1'), cpu('200m')] }, '1200m'],
  ['the largest init container counts where it is more than all containers', { containers: [cpu('1')], initContainers: [cpu('3'), cpu('2')] }, '3'],
  ['init containers do not add up', { containers: [cpu('2'), cpu('2')], initContainers: [cpu('3'), cpu('3')] }, '4'],
  ['a restartable init container stays beside the containers', { containers: [cpu('1')], initContainers: [cpu('500m', 'Always')] }, '1500m'],
  ['and beside the init containers that start after it', { containers: [cpu('1')], initContainers: [cpu('1', 'Always'), cpu('5')] }, '6'],
  ['but not beside those before it', { containers: [cpu('1')], initContainers: [cpu('5'), cpu('1', 'Always')] }, '5'],
  ['two restartable ones add up, in their order', { containers: [cpu('1')], initContainers: [cpu('1', 'Always'), cpu('2'), cpu('4', 'Always'), cpu('3')] }, '8'],
  ['overhead comes on top', { containers: [cpu('1')], initContainers: [cpu('3')], overhead: { cpu: '250m' } }, '3250m'],
  ['a limit is a request where none is written', { containers: [{ resources: { limits: { cpu: '2' } } }] }, '2'],
  ['what is written for the pod counts instead', { containers: [cpu('1'), cpu('1')], resources: { requests: { cpu: '5' } } }, '5'],
  ['a limit of the pod does not replace requests of containers', { containers: [cpu('1'), cpu('1')], resources: { limits: { cpu: '5' } } }, '2'],
  ['ephemeral containers count nothing', { containers: [cpu('1')], ephemeralContainers: [cpu('7')] }, '1'],
])('%s', (_name, spec, expected) => {
  expect(usage(spec)['requests.cpu']).toBe(expected);
});

const SIDECAR = { name: 'proxy', cpuRequest: '100m', memoryRequest: '128Mi', cpuLimit: '2', memoryLimit: '1Gi' };

test('injected sidecars stay beside everything, with what the LimitRange gives them', () => {
  const defaults = { requests: {}, limits: {} } as Usage;
  expect(usage({ containers: [cpu('1')], initContainers: [cpu('5')] }, { sidecars: [SIDECAR], defaults })).toEqual({
    'requests.cpu': '5100m', 'requests.memory': '128Mi', 'limits.cpu': '2', 'limits.memory': '1Gi',
  });
});

test.each<[string, object, object]>([
  ['of the host network', { hostNetwork: true }, {}],
  ['that opt out of Istio', {}, { labels: { 'sidecar.istio.io/inject': 'false' } }],
  ['that opt out of Linkerd', {}, { annotations: { 'linkerd.io/inject': 'disabled' } }],
])('none is injected into pods %s', (_name, spec, metadata) => {
  expect(usage({ containers: [cpu('1')], ...spec }, { sidecars: [SIDECAR] }, metadata)).toEqual({ 'requests.cpu': '1' });
});

test('a RuntimeClass brings its overhead; limits get it only where there is a limit', () => {
  const overhead = (name: string) => name === 'kata' ? { cpu: '250m', memory: '120Mi' } : undefined;
  expect(usage({ runtimeClassName: 'kata', containers: [cpu('1', undefined, '2')] }, { overhead }))
    .toEqual({ 'requests.cpu': '1250m', 'requests.memory': '120Mi', 'limits.cpu': '2250m' });
});

test('a quantity that is none is named', () => {
  expect(() => usage({ containers: [cpu('much')] })).toThrow('"much" is not a quantity');
});
