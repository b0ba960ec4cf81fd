import { Chart, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { changes, chart, IMAGE } from './apps';
import * as bulwark from '../../src';

/** What a call has to work on: the same from cdk8s-plus and from us. */
interface Scene {
  readonly scope: Chart;
  readonly web: kplus.Deployment;
  readonly redis: kplus.StatefulSet;
  readonly configMap: kplus.ConfigMap;
  readonly secret: kplus.Secret;
}

type Library = Pick<typeof kplus, 'Deployment' | 'StatefulSet'>;

const port = kplus.NetworkPolicyPort.tcp(4444);
const pods = (scope: Construct) => kplus.Pods.select(scope, 'Cache', { labels: { app: 'cache' } });
const volumes: { [kind: string]: (scene: Scene) => kplus.Volume } = {
  awsElasticBlockStore: ({ scope }) => kplus.Volume.fromAwsElasticBlockStore(scope, 'Volume', 'volume-id'),
  azureDisk: ({ scope }) => kplus.Volume.fromAzureDisk(scope, 'Volume', 'disk', 'uri'),
  configMap: ({ scope, configMap }) => kplus.Volume.fromConfigMap(scope, 'Volume', configMap, { name: 'config' }),
  csi: ({ scope }) => kplus.Volume.fromCsi(scope, 'Volume', 'driver', { name: 'csi' }),
  emptyDir: ({ scope }) => kplus.Volume.fromEmptyDir(scope, 'Volume', 'data', { sizeLimit: Size.mebibytes(10) }),
  gcePersistentDisk: ({ scope }) => kplus.Volume.fromGcePersistentDisk(scope, 'Volume', 'disk'),
  hostPath: ({ scope }) => kplus.Volume.fromHostPath(scope, 'Volume', 'host', { path: '/data' }),
  nfs: ({ scope }) => kplus.Volume.fromNfs(scope, 'Volume', 'nfs', { server: 'nfs', path: '/' }),
  persistentVolumeClaim: ({ scope }) => kplus.Volume.fromPersistentVolumeClaim(scope, 'Volume', kplus.PersistentVolumeClaim.fromClaimName(scope, 'Claim', 'claim')),
  secret: ({ scope, secret }) => kplus.Volume.fromSecret(scope, 'Volume', secret, { name: 'secret' }),
};

/** The calls that the documentation of cdk8s-plus shows. */
const CALLS: { readonly [call: string]: (scene: Scene) => unknown } = {
  'exposeViaService': ({ web }) => web.exposeViaService({ name: 'store' }),
  'exposeViaService with ports': ({ web }) => web.exposeViaService({ name: 'store', ports: [{ port: 80, targetPort: 8080 }], serviceType: kplus.ServiceType.LOAD_BALANCER }),
  'exposeViaIngress': ({ web }) => web.exposeViaIngress('/web', { name: 'store' }),
  'an ingress given': ({ web, scope }) => web.exposeViaIngress('/web', { name: 'store', ingress: new kplus.Ingress(scope, 'Ingress') }),
  'a service that selects it': ({ web, scope }) => new kplus.Service(scope, 'Service', { selector: web, ports: [{ port: 80 }] }),

  'connections.allowTo': ({ web, redis }) => web.connections.allowTo(redis),
  'connections.allowTo with ports': ({ web, redis }) => web.connections.allowTo(redis, { ports: [port] }),
  'connections.allowTo from one side': ({ web, redis }) => web.connections.allowTo(redis, { isolation: kplus.PodConnectionsIsolation.POD }),
  'connections.allowTo an address': ({ web, scope }) => web.connections.allowTo(kplus.NetworkPolicyIpBlock.ipv4(scope, 'Block', '10.0.0.0/8')),
  'connections.allowFrom': ({ web, redis }) => redis.connections.allowFrom(web),
  'connections.isolate': ({ web }) => web.connections.isolate(),

  'scheduling.assign': ({ web }) => web.scheduling.assign(kplus.Node.named('node1')),
  'scheduling.attract': ({ web }) => web.scheduling.attract(kplus.Node.labeled(kplus.NodeLabelQuery.is('memory', 'high'))),
  'scheduling.attract with a weight': ({ web }) => web.scheduling.attract(kplus.Node.labeled(kplus.NodeLabelQuery.exists('ssd')), { weight: 50 }),
  'scheduling.tolerate': ({ web }) => web.scheduling.tolerate(kplus.Node.tainted(kplus.NodeTaintQuery.is('key', 'value', { effect: kplus.TaintEffect.NO_SCHEDULE }))),
  'scheduling.colocate': ({ web, redis }) => web.scheduling.colocate(redis, { weight: 50, topology: kplus.Topology.ZONE }),
  'scheduling.colocate with pods': ({ web, scope }) => web.scheduling.colocate(pods(scope)),
  'scheduling.separate': ({ redis, web }) => redis.scheduling.separate(web, { weight: 50 }),
  'scheduling.spread': ({ redis }) => redis.scheduling.spread({ topology: kplus.Topology.ZONE }),

  'select': ({ web }) => web.select(kplus.LabelSelector.of({ labels: { app: 'web' }, expressions: [kplus.LabelExpression.exists('app')] })),
  'podMetadata': ({ web }) => {
    web.podMetadata.addLabel('app', 'web');
    web.podMetadata.addAnnotation('note', 'x');
  },
  'addHostAlias': ({ web }) => web.addHostAlias({ ip: '10.0.0.1', hostnames: ['db'] }),
  'addVolume': ({ web, scope }) => web.addVolume(kplus.Volume.fromEmptyDir(scope, 'Volume', 'cache')),
  'dns': ({ web }) => {
    web.dns.addNameserver('10.0.0.10');
    web.dns.addSearch('example.com');
    web.dns.addOption({ name: 'ndots', value: '2' });
  },
  'metadata': ({ web }) => web.metadata.addLabel('team', 'shop'),

  'env.addVariable of a value': ({ web }) => web.containers[0].env.addVariable('A', kplus.EnvValue.fromValue('a')),
  'env.addVariable of a ConfigMap': ({ web, configMap }) => web.containers[0].env.addVariable('A', kplus.EnvValue.fromConfigMap(configMap, 'key')),
  'env.addVariable of a Secret': ({ web, secret }) => web.containers[0].env.addVariable('A', secret.envValue('key')),
  'env.addVariable of a field': ({ web }) => web.containers[0].env.addVariable('A', kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_IP)),
  'env.addVariable of a resource': ({ web }) => web.containers[0].env.addVariable('A', kplus.EnvValue.fromResource(kplus.ResourceFieldPaths.CPU_REQUEST)),
  'env.copyFrom a ConfigMap': ({ web, configMap }) => web.containers[0].env.copyFrom(kplus.Env.fromConfigMap(configMap, 'APP_')),
  'env.copyFrom a Secret': ({ web, secret }) => web.containers[0].env.copyFrom(kplus.Env.fromSecret(secret)),
  'addPort': ({ web }) => web.containers[0].addPort({ number: 9090, name: 'metrics' }),

  'permissions.grantRead': ({ web, configMap }) => configMap.permissions.grantRead(web.serviceAccount ?? kplus.ServiceAccount.fromServiceAccountName(web, 'Account', 'web')),
  ...Object.fromEntries(Object.entries(volumes).map(([kind, volume]) => [`mount of ${kind}`, (scene: Scene) => scene.web.containers[0].mount('/data', volume(scene), { readOnly: true })])),
};

function objects({ Deployment, StatefulSet }: Library, call?: (scene: Scene) => unknown): any {
  const scope = chart();
  const configMap = new kplus.ConfigMap(scope, 'Config', { data: { key: 'value' } });
  const secret = new kplus.Secret(scope, 'Secret', { stringData: { key: 'value' } });
  const account = (name: string) => kplus.ServiceAccount.fromServiceAccountName(scope, `Account-${name}`, name);
  const redis = new StatefulSet(scope, 'Redis', { containers: [{ image: IMAGE, portNumber: 6379 }], serviceAccount: account('redis') });
  const web = new Deployment(scope, 'Web', { containers: [{ image: IMAGE, portNumber: 8080 }], serviceAccount: account('web') });
  call?.({ scope, web, redis, configMap, secret });
  return Object.fromEntries(Testing.synth(scope).map(object => [`${object.kind}/${object.metadata.name}`, object]));
}

/** What we do to everything, and what follows from what a call did. */
const OURS: { readonly [field: string]: RegExp } = {
  'a selector is also that of the budget and of the spread': /^PodDisruptionBudget\/.*\.selector\.|topologySpreadConstraints/,
  'pods roll when what they read changes': /annotations\.cdk8s-bulwark\/config-hash$/,
  'cdk8s-plus writes an empty list': /^Service\/.*\.externalIPs$/,
};

test.each(Object.entries(CALLS))('%s does the same to ours as to those of cdk8s-plus', (_name, call) => {
  const ofPlain = changes(objects(kplus), objects(kplus, call));
  const ofOurs = changes(objects(bulwark), objects(bulwark, call));
  const ours = (path: string) => Object.values(OURS).some(pattern => pattern.test(path));
  const kept = (all: Record<string, unknown>) => Object.fromEntries(Object.entries(all).filter(([path]) => !ours(path)));
  expect(Object.keys(ofPlain).length).toBeGreaterThan(0);
  expect(kept(ofOurs)).toEqual(kept(ofPlain));
});

test('a workload without an account of its author has one of its own, which rights are granted to', () => {
  const scope = chart();
  const web = new bulwark.Deployment(scope, 'web', { containers: [{ image: IMAGE }] });
  new kplus.ConfigMap(scope, 'config').permissions.grantRead(web);
  const made = Testing.synth(scope);
  const account = made.find(({ kind }) => kind === 'ServiceAccount').metadata.name;
  expect(made.find(({ kind }) => kind === 'Deployment').spec.template.spec.serviceAccountName).toBe(account);
  expect(made.find(({ kind }) => kind === 'RoleBinding').subjects).toEqual([expect.objectContaining({ kind: 'ServiceAccount', name: account })]);
});

test('a Service is named after its Deployment unless its author names it', () => {
  const scope = chart();
  const web = new bulwark.Deployment(scope, 'web', { containers: [{ image: IMAGE, portNumber: 8080 }], metadata: { name: 'web' } });
  expect(web.exposeViaService().name).toBe('web');
  expect(web.exposeViaService({ name: 'other' }).name).toBe('other');
});
