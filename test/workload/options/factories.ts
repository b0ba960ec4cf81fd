import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { main, Option, Options } from './option';

type Fields = { readonly [path: string]: unknown };
const { EnvValue, Handler, Probe, Volume } = kplus;

const set = (container: any, fields: { readonly [path: string]: unknown }): Option => ({ container: () => container, template: main(fields) });
const prefixed = (prefix: string, fields: { readonly [path: string]: unknown }) =>
  Object.fromEntries(Object.entries(fields).map(([path, value]) => [`${prefix}.${path}`, value]));

/** Options of every form of probe. */
const probe = (struct: string, probed: (options: any) => kplus.Probe, always: Fields): Options => Object.fromEntries(Object.entries({
  'failureThreshold': [5, 5],
  'failureThreshold as cdk8s-plus fills it in': [3, 3],
  'initialDelaySeconds': [Duration.seconds(7), 7],
  'periodSeconds': [Duration.seconds(8), 8],
  'successThreshold': [2, 2],
  'timeoutSeconds': [Duration.seconds(9), 9],
}).map(([option, [value, rendered]]) => {
  const field = option.split(' ')[0];
  return [`${struct}.${option}`, set({ readiness: probed({ [field]: value }) }, prefixed('readinessProbe', { ...always, [field]: rendered }))];
}));
const http = { 'httpGet.path': '/ready', 'httpGet.port': 80 };
const httpProbe = (options: any, fields: any) => set({ readiness: Probe.fromHttpGet('/ready', { port: 80, ...options }) }, prefixed('readinessProbe', { ...http, ...fields }));
const tcpProbe = (options: any, fields: any) => set({ readiness: Probe.fromTcpSocket({ port: 80, ...options }) }, prefixed('readinessProbe', { 'tcpSocket.port': 80, ...fields }));
const httpHandler = (options: any, fields: any) =>
  set({ lifecycle: { postStart: Handler.fromHttpGet('/up', { port: 80, ...options }) } }, prefixed('lifecycle.postStart', { 'httpGet.path': '/up', 'httpGet.port': 80, ...fields }));
const tcpHandler = (options: any, fields: any) =>
  set({ lifecycle: { postStart: Handler.fromTcpSocket({ port: 80, ...options }) } }, prefixed('lifecycle.postStart', { 'tcpSocket.port': 80, ...fields }));

const environment = (value: (scope: any) => kplus.EnvValue, fields: any): Option => ({
  container: scope => ({ envVariables: { NAME: value(scope) } }),
  template: main(prefixed('env[NAME]', { name: 'NAME', ...fields })),
});
const configMap = (scope: any) => kplus.ConfigMap.fromConfigMapName(scope, 'settings', 'settings');
const secret = (scope: any) => kplus.Secret.fromSecretName(scope, 'password', 'password');

const volume = (made: (scope: any) => kplus.Volume, name: string, fields: any): Option => ({
  props: scope => ({ volumes: [made(scope)] }),
  template: prefixed(`spec.volumes[${name}]`, { name, ...fields }),
});
const ebs = (options: any, fields: any, name = 'ebs-1') =>
  volume(scope => Volume.fromAwsElasticBlockStore(scope, 'volume', '1', options), name, prefixed('awsElasticBlockStore', { volumeID: '1', fsType: 'ext4', readOnly: false, ...fields }));
const azure = (options: any, fields: any, name = 'azuredisk-disk') => volume(scope => Volume.fromAzureDisk(scope, 'volume', 'disk', 'uri', options), name,
  prefixed('azureDisk', { diskName: 'disk', diskURI: 'uri', cachingMode: 'None', fsType: 'ext4', kind: 'Shared', readOnly: false, ...fields }));
const gce = (options: any, fields: any, name = 'gcedisk-disk') =>
  volume(scope => Volume.fromGcePersistentDisk(scope, 'volume', 'disk', options), name, prefixed('gcePersistentDisk', { pdName: 'disk', fsType: 'ext4', readOnly: false, ...fields }));
const ofConfigMap = (options: any, fields: any, name = 'configmap-settings') =>
  volume(scope => Volume.fromConfigMap(scope, 'volume', configMap(scope), options), name, prefixed('configMap', { name: 'settings', ...fields }));
const ofSecret = (options: any, fields: any, name = 'secret-password') =>
  volume(scope => Volume.fromSecret(scope, 'volume', secret(scope), options), name, prefixed('secret', { secretName: 'password', ...fields }));
const claim = (options: any, fields: any, name = 'pvc-data') =>
  volume(scope => Volume.fromPersistentVolumeClaim(scope, 'volume', kplus.PersistentVolumeClaim.fromClaimName(scope, 'claim', 'data'), options), name,
    prefixed('persistentVolumeClaim', { claimName: 'data', readOnly: false, ...fields }));
const csi = (options: any, fields: any, name: string) =>
  volume(scope => Volume.fromCsi(scope, 'volume', 'csi.example.com', { name: 'csi', ...options }), name, prefixed('csi', { driver: 'csi.example.com', ...fields }));
const items = { settings: { path: 'file', mode: 0o400 } };

/** What is made elsewhere and given to a container or pod: the factories of cdk8s-plus and their options. */
export const FACTORIES: Options = {
  ...probe('HttpGetProbeOptions', options => Probe.fromHttpGet('/ready', { port: 80, ...options }), http),
  ...probe('TcpSocketProbeOptions', options => Probe.fromTcpSocket({ port: 80, ...options }), { 'tcpSocket.port': 80 }),
  ...probe('CommandProbeOptions', options => Probe.fromCommand(['x'], options), { 'exec.command[0]': 'x' }),
  'HttpGetProbeOptions.port': httpProbe({}, {}),
  'HttpGetProbeOptions.host': httpProbe({ host: 'web.example.com' }, { 'httpGet.host': 'web.example.com' }),
  'HttpGetProbeOptions.scheme': httpProbe({ scheme: kplus.ConnectionScheme.HTTPS }, { 'httpGet.scheme': 'HTTPS' }),
  'HttpGetProbeOptions.scheme as cdk8s-plus fills it in': httpProbe({ scheme: kplus.ConnectionScheme.HTTP }, { 'httpGet.scheme': 'HTTP' }),
  'TcpSocketProbeOptions.port': tcpProbe({}, {}),
  'TcpSocketProbeOptions.host': tcpProbe({ host: 'web.example.com' }, { 'tcpSocket.host': 'web.example.com' }),
  'HandlerFromHttpGetOptions.port': httpHandler({}, {}),
  'HandlerFromTcpSocketOptions.port': tcpHandler({}, {}),
  'HandlerFromTcpSocketOptions.host': tcpHandler({ host: 'web.example.com' }, { 'tcpSocket.host': 'web.example.com' }),

  'EnvValueFromConfigMapOptions.optional': environment(scope => EnvValue.fromConfigMap(configMap(scope), 'key', { optional: true }),
    prefixed('valueFrom.configMapKeyRef', { name: 'settings', key: 'key', optional: true })),
  'EnvValueFromSecretOptions.optional': environment(scope => EnvValue.fromSecretValue({ secret: secret(scope), key: 'key' }, { optional: false }),
    prefixed('valueFrom.secretKeyRef', { name: 'password', key: 'key', optional: false })),
  'SecretValue.key': environment(scope => EnvValue.fromSecretValue({ secret: secret(scope), key: 'key' }), prefixed('valueFrom.secretKeyRef', { name: 'password', key: 'key' })),
  'SecretValue.secret': environment(scope => EnvValue.fromSecretValue({ secret: secret(scope), key: 'key' }), prefixed('valueFrom.secretKeyRef', { name: 'password', key: 'key' })),
  'EnvValueFromFieldRefOptions.apiVersion': environment(() => EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME, { apiVersion: 'v1' }),
    prefixed('valueFrom.fieldRef', { fieldPath: 'metadata.name', apiVersion: 'v1' })),
  'EnvValueFromFieldRefOptions.key': environment(() => EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_LABEL, { key: 'app' }), { 'valueFrom.fieldRef.fieldPath': "metadata.labels['app']" }),
  'EnvValueFromResourceOptions.container': environment(() => EnvValue.fromResource(kplus.ResourceFieldPaths.MEMORY_LIMIT, { container: new kplus.Container({ image: 'web', name: 'main' }) }),
    prefixed('valueFrom.resourceFieldRef', { resource: 'limits.memory', containerName: 'main' })),
  'EnvValueFromResourceOptions.divisor': environment(() => EnvValue.fromResource(kplus.ResourceFieldPaths.MEMORY_LIMIT, { divisor: '1Mi' }),
    prefixed('valueFrom.resourceFieldRef', { resource: 'limits.memory', divisor: '1Mi' })),
  'EnvValueFromProcessOptions.required': environment(() => {
    process.env.BULWARK_TEST = 'given';
    return EnvValue.fromProcess('BULWARK_TEST', { required: true });
  }, { value: 'given' }),

  'AwsElasticBlockStoreVolumeOptions.fsType': ebs({ fsType: 'xfs' }, { fsType: 'xfs' }),
  'AwsElasticBlockStoreVolumeOptions.name': ebs({ name: 'data' }, {}, 'data'),
  'AwsElasticBlockStoreVolumeOptions.partition': ebs({ partition: 1 }, { partition: 1 }),
  'AwsElasticBlockStoreVolumeOptions.readOnly': ebs({ readOnly: true }, { readOnly: true }),
  'AzureDiskVolumeOptions.cachingMode': azure({ cachingMode: kplus.AzureDiskPersistentVolumeCachingMode.READ_ONLY }, { cachingMode: 'ReadOnly' }),
  'AzureDiskVolumeOptions.fsType': azure({ fsType: 'xfs' }, { fsType: 'xfs' }),
  'AzureDiskVolumeOptions.kind': azure({ kind: kplus.AzureDiskPersistentVolumeKind.MANAGED }, { kind: 'Managed' }),
  'AzureDiskVolumeOptions.name': azure({ name: 'data' }, {}, 'data'),
  'AzureDiskVolumeOptions.readOnly': azure({ readOnly: true }, { readOnly: true }),
  'GCEPersistentDiskVolumeOptions.fsType': gce({ fsType: 'xfs' }, { fsType: 'xfs' }),
  'GCEPersistentDiskVolumeOptions.name': gce({ name: 'data' }, {}, 'data'),
  'GCEPersistentDiskVolumeOptions.partition': gce({ partition: 1 }, { partition: 1 }),
  'GCEPersistentDiskVolumeOptions.readOnly': gce({ readOnly: true }, { readOnly: true }),
  'ConfigMapVolumeOptions.defaultMode': ofConfigMap({ defaultMode: 0o400 }, { defaultMode: 0o400 }),
  'ConfigMapVolumeOptions.items': ofConfigMap({ items }, { 'items[0].key': 'settings', 'items[0].path': 'file', 'items[0].mode': 0o400 }),
  'ConfigMapVolumeOptions.name': ofConfigMap({ name: 'data' }, {}, 'data'),
  'ConfigMapVolumeOptions.optional': ofConfigMap({ optional: true }, { optional: true }),
  'PathMapping.path': ofConfigMap({ items: { settings: { path: 'file' } } }, { 'items[0].key': 'settings', 'items[0].path': 'file' }),
  'PathMapping.mode': ofSecret({ items }, { 'items[0].key': 'settings', 'items[0].path': 'file', 'items[0].mode': 0o400 }),
  'SecretVolumeOptions.defaultMode': ofSecret({ defaultMode: 0o400 }, { defaultMode: 0o400 }),
  'SecretVolumeOptions.items': ofSecret({ items }, { 'items[0].key': 'settings', 'items[0].path': 'file', 'items[0].mode': 0o400 }),
  'SecretVolumeOptions.name': ofSecret({ name: 'data' }, {}, 'data'),
  'SecretVolumeOptions.optional': ofSecret({ optional: true }, { optional: true }),
  'EmptyDirVolumeOptions.medium': volume(scope => Volume.fromEmptyDir(scope, 'volume', 'data', { medium: kplus.EmptyDirMedium.MEMORY }), 'data', { 'emptyDir.medium': 'Memory' }),
  'EmptyDirVolumeOptions.sizeLimit': volume(scope => Volume.fromEmptyDir(scope, 'volume', 'data', { sizeLimit: Size.gibibytes(1) }), 'data', { 'emptyDir.sizeLimit': '1024Mi' }),
  'HostPathVolumeOptions.path': volume(scope => Volume.fromHostPath(scope, 'volume', 'data', { path: '/data' }), 'data', { 'hostPath.path': '/data', 'hostPath.type': '' }),
  'HostPathVolumeOptions.type': volume(scope => Volume.fromHostPath(scope, 'volume', 'data', { path: '/data', type: kplus.HostPathVolumeType.DIRECTORY }), 'data',
    { 'hostPath.path': '/data', 'hostPath.type': 'Directory' }),
  'NfsVolumeOptions.path': volume(scope => Volume.fromNfs(scope, 'volume', 'data', { server: 'nfs', path: '/' }), 'data', { 'nfs.server': 'nfs', 'nfs.path': '/' }),
  'NfsVolumeOptions.readOnly': volume(scope => Volume.fromNfs(scope, 'volume', 'data', { server: 'nfs', path: '/', readOnly: true }), 'data',
    { 'nfs.server': 'nfs', 'nfs.path': '/', 'nfs.readOnly': true }),
  'NfsVolumeOptions.server': volume(scope => Volume.fromNfs(scope, 'volume', 'data', { server: 'other', path: '/' }), 'data', { 'nfs.server': 'other', 'nfs.path': '/' }),
  'PersistentVolumeClaimVolumeOptions.name': claim({ name: 'kept' }, {}, 'kept'),
  'PersistentVolumeClaimVolumeOptions.readOnly': claim({ readOnly: true }, { readOnly: true }),
  'CsiVolumeOptions.attributes': csi({ attributes: { share: 'a' } }, { 'volumeAttributes.share': 'a' }, 'csi'),
  'CsiVolumeOptions.fsType': csi({ fsType: 'xfs' }, { fsType: 'xfs' }, 'csi'),
  'CsiVolumeOptions.name': csi({ name: 'data' }, {}, 'data'),
  'CsiVolumeOptions.readOnly': csi({ readOnly: true }, { readOnly: true }, 'csi'),
};
