import { Chart, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { changes, chart, IMAGE, Kind, KINDS, rendered, template } from './apps';
import { OPTIONS } from './options/all';
import { Deployment } from '../../src';

const ALL = Object.keys(KINDS) as Kind[];
const WAYS: { readonly [way: string]: (workload: kplus.Workload, props: kplus.ContainerProps) => unknown } = {
  addContainer: (workload, props) => workload.addContainer(props),
  attachContainer: (workload, props) => workload.attachContainer(new kplus.Container(props)),
};

/** The pod template of a workload whose container is in its props, or comes to it in another way. */
function made(kind: Kind, container: (scope: Chart) => any, way?: string): any {
  const scope = chart();
  const props = { image: IMAGE, ...container(scope) };
  const workload = KINDS[kind](scope, way === undefined ? { containers: [props] } : {});
  if (way !== undefined) {
    WAYS[way](workload, props);
  }
  return template(rendered(scope, kind)[0]);
}

/**
 * Of an attached container nobody knows what its author wrote, and what cdk8s-plus filled in. What equals all that it fills in counts as not written:
 * the value of our table, or of the API server, takes its place.
 */
const UNKNOWN_WHEN_ATTACHED = new Set([
  'ContainerProps.imagePullPolicy as cdk8s-plus fills it in',
  'ContainerResources.cpu and memory as cdk8s-plus fills them in',
  'ContainerSecurityContextProps.ensureNonRoot as cdk8s-plus fills it in',
  'ContainerSecurityContextProps.privileged as cdk8s-plus fills it in',
]);
const container = Object.entries(OPTIONS).filter(([, option]) => option.container !== undefined && !option.alone);

describe.each(Object.keys(WAYS))('with %s, a container is treated as one in props:', way => {
  test.each(ALL)('in a %s', kind => {
    expect(made(kind, () => ({}), way)).toEqual(made(kind, () => ({})));
    expect(made(kind, () => ({ portNumber: 8080 }), way)).toEqual(made(kind, () => ({ portNumber: 8080 })));
  });

  test.each(container)('%s', (name, option) => {
    const kind = option.kinds?.[0] as Kind ?? 'Deployment';
    const known = way !== 'attachContainer' || !UNKNOWN_WHEN_ATTACHED.has(name);
    const difference = changes(made(kind, option.container!), made(kind, option.container!, way));
    expect(Object.keys(difference).length === 0).toBe(known);
  });
});

test('sizes that cdk8s-plus cannot render are rendered, whatever way the container comes', () => {
  const resources = () => ({ resources: { memory: { limit: Size.kibibytes(1500) }, ephemeralStorage: { limit: Size.mebibytes(64) } } });
  for (const way of [undefined, ...Object.keys(WAYS)]) {
    expect(made('Deployment', resources, way).spec.containers[0].resources.limits).toEqual({ 'memory': '1500Ki', 'ephemeral-storage': '64Mi' });
  }
});

test.each(ALL)('an init container that is added to a %s is treated as one in props', kind => {
  const init = { image: IMAGE, name: 'first' };
  const [given, added] = [chart(), chart()];
  KINDS[kind](given, { containers: [{ image: IMAGE }], initContainers: [init] });
  KINDS[kind](added, { containers: [{ image: IMAGE }] }).addInitContainer(init);
  expect(rendered(added, kind)).toEqual(rendered(given, kind));
});

test.each(ALL)('a volume and a mount that come to a %s afterwards stand beside what we add', kind => {
  const scope = chart();
  const workload = KINDS[kind](scope, { containers: [{ image: IMAGE }] });
  workload.addVolume(kplus.Volume.fromEmptyDir(scope, 'spare', 'spare'));
  workload.containers[0].mount('/data', kplus.Volume.fromEmptyDir(scope, 'data', 'data'));
  const { spec } = template(rendered(scope, kind)[0]);
  expect(spec.volumes.map(({ name }: any) => name)).toEqual(['data', 'spare', 'tmp']);
  expect(spec.containers[0].volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual(['/data', '/tmp']);
});

test('a volume of the author at /tmp, or of the name tmp, is kept', () => {
  const scope = chart();
  const web = KINDS.Deployment(scope, { containers: [{ image: IMAGE }] });
  web.containers[0].mount('/tmp/', kplus.Volume.fromEmptyDir(scope, 'own', 'own'));
  web.addContainer({ image: IMAGE, name: 'second' }).mount('/cache', kplus.Volume.fromEmptyDir(scope, 'tmp', 'tmp'));
  const { spec } = template(rendered(scope, 'Deployment')[0]);
  expect(spec.containers.map(({ volumeMounts }: any) => volumeMounts.map(({ name, mountPath }: any) => `${name} ${mountPath}`)))
    .toEqual([['own /tmp/'], ['tmp /cache', 'temporary-directory /tmp']]);
});

test('rendering does not change a workload: twice is as once', () => {
  const scope = chart();
  KINDS.Deployment(scope, { containers: [{ image: IMAGE, portNumber: 8080 }], spread: true });
  const once = Testing.synth(scope);
  expect(Testing.synth(scope)).toEqual(once);
  expect(once[1].kind === 'Deployment' || once[0].kind === 'Deployment').toBe(true);
});

test('labels of workloads and pods are their own, whatever their ids are', () => {
  const scope = chart();
  const web = new Deployment(scope, 'My web!', { containers: [{ image: IMAGE }], podMetadata: { labels: { team: 'shop' } } });
  web.metadata.addLabel('tier', 'front');
  const [{ metadata, spec }] = rendered(scope, 'Deployment');
  expect(metadata.labels).toEqual({ 'app.kubernetes.io/name': expect.stringMatching(/^[A-Za-z0-9-]+$/), 'app.kubernetes.io/part-of': 'chart', 'app.kubernetes.io/version': '1.2.3', 'tier': 'front' });
  expect(spec.template.metadata.labels).toEqual({ ...metadata.labels, 'tier': undefined, 'team': 'shop', 'cdk8s.io/metadata.addr': expect.any(String) });
});

test('the budget selects the pods of its workload alone, also after select', () => {
  const scope = chart();
  const web = KINDS.Deployment(scope, { containers: [{ image: IMAGE }], select: false });
  web.select(kplus.LabelSelector.of({ labels: { app: 'web' }, expressions: [kplus.LabelExpression.exists('tier')] }));
  expect(rendered(scope, 'PodDisruptionBudget')[0].spec.selector).toEqual(rendered(scope, 'Deployment')[0].spec.selector);
});

test('what a claim is made from does not change with the version', () => {
  const scope = chart();
  KINDS.StatefulSet(scope, { containers: [{ image: IMAGE, portNumber: 5432 }], claims: [{ name: 'data', size: Size.gibibytes(1), mountPath: '/data' }] });
  const [{ spec: { volumeClaimTemplates: [{ metadata, spec }] } }] = rendered(scope, 'StatefulSet');
  expect(metadata.labels).toEqual({ 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/part-of': 'chart' });
  expect(spec.resources.requests.storage).toBe('1024Mi');
});

test('a probe and a handler that name no port go to the one that the container serves', () => {
  const scope = chart();
  const action = { readiness: kplus.Probe.fromHttpGet('/ready'), lifecycle: { postStart: kplus.Handler.fromTcpSocket() } };
  KINDS.Deployment(scope, { containers: [{ image: IMAGE, ports: [{ number: 9000 }], ...action }, { image: IMAGE, name: 'second', portNumber: 9001, ...action }] });
  const { containers } = template(rendered(scope, 'Deployment')[0]).spec;
  expect(containers.map(({ readinessProbe, lifecycle }: any) => [readinessProbe.httpGet, lifecycle.postStart.tcpSocket]))
    .toEqual([[{ path: '/ready', port: 9000 }, { port: 9000 }], [{ path: '/ready', port: 9001 }, { port: 9001 }]]);
});
