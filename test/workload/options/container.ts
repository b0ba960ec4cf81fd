import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { containerDefaults } from './container-defaults';
import { main, Option, Options } from './option';

const JOBS = ['Job', 'CronJob'];
const { Cpu, Handler, Probe } = kplus;

/** What follows from a port of a long-running container. */
const served = main({
  'startupProbe.tcpSocket.port': 8080,
  'startupProbe.periodSeconds': 5,
  'startupProbe.failureThreshold': 24,
  'readinessProbe.tcpSocket.port': 8080,
  'readinessProbe.periodSeconds': 10,
  'readinessProbe.failureThreshold': 3,
  'livenessProbe.tcpSocket.port': 8080,
  'livenessProbe.periodSeconds': 20,
  'livenessProbe.failureThreshold': 6,
  'lifecycle.preStop.sleep.seconds': 5,
});
const set = (container: any, fields: { readonly [path: string]: unknown }, more: Partial<Option> = {}): Option =>
  ({ container: () => container, template: main(fields), ...more });
const resources = (given: any, fields: { readonly [path: string]: unknown }) =>
  set({ resources: given }, Object.fromEntries(Object.entries(fields).map(([path, value]) => [`resources.${path}`, value])));
const security = (given: any, fields: { readonly [path: string]: unknown }) =>
  set({ securityContext: given }, Object.fromEntries(Object.entries(fields).map(([path, value]) => [`securityContext.${path}`, value])));
const port = (given: any, fields: { readonly [path: string]: unknown }) =>
  set({ ports: [{ number: 8080, ...given }] }, Object.fromEntries(Object.entries({ containerPort: 8080, ...fields })
    .map(([path, value]) => [`ports[${given.name ?? 0}].${path}`, value])), { kinds: JOBS });
const cache = (scope: any) => kplus.Volume.fromEmptyDir(scope, 'cache', 'cache');
const mounted = (given: any, fields: { readonly [path: string]: unknown }): Option => ({
  container: scope => ({ volumeMounts: [{ path: '/cache', volume: cache(scope), ...given }] }),
  template: {
    ...main(Object.fromEntries(Object.entries({ name: 'cache', mountPath: '/cache', ...fields }).map(([path, value]) => [`volumeMounts[cache].${path}`, value]))),
    'spec.volumes[cache].name': 'cache',
    'spec.volumes[cache].emptyDir': {},
  },
});
const account = (name: string) => (scope: any) => kplus.ConfigMap.fromConfigMapName(scope, name, name);

/** What a container may be told. */
export const CONTAINER: Options = {
  'ContainerProps.args': set({ args: ['--verbose'] }, { 'args[0]': '--verbose' }),
  'ContainerProps.command': set({ command: ['serve'] }, { 'command[0]': 'serve' }),
  'ContainerProps.envFrom': {
    container: scope => ({ envFrom: [kplus.Env.fromConfigMap(account('settings')(scope), 'APP_')] }),
    template: main({ 'envFrom[0].configMapRef.name': 'settings', 'envFrom[0].prefix': 'APP_' }),
  },
  'ContainerProps.envVariables': set({ envVariables: { MODE: kplus.EnvValue.fromValue('fast') } }, { 'env[MODE].name': 'MODE', 'env[MODE].value': 'fast' }),
  'ContainerProps.image': set({ image: 'registry.example.com/other' }, { image: 'registry.example.com/other' }, {
    template: { ...main({ image: 'registry.example.com/other' }), 'metadata.labels.app.kubernetes.io/version': undefined },
    object: { 'metadata.labels.app.kubernetes.io/version': undefined },
  }),
  'ContainerProps.imagePullPolicy': set({ imagePullPolicy: kplus.ImagePullPolicy.NEVER }, { imagePullPolicy: 'Never' }),
  'ContainerProps.imagePullPolicy as cdk8s-plus fills it in': set({ imagePullPolicy: kplus.ImagePullPolicy.ALWAYS }, { imagePullPolicy: 'Always' }),
  'ContainerProps.lifecycle': set({ lifecycle: {} }, {}),
  'ContainerProps.liveness': set({ liveness: Probe.fromCommand(['live']) }, { 'livenessProbe.exec.command[0]': 'live' }),
  'ContainerProps.readiness': set({ readiness: Probe.fromCommand(['ready']) }, { 'readinessProbe.exec.command[0]': 'ready' }),
  'ContainerProps.startup': set({ startup: Probe.fromCommand(['up']) }, { 'startupProbe.exec.command[0]': 'up' }),
  'ContainerProps.name': {
    container: () => ({ name: 'main' }), template: {},
  },
  'ContainerProps.port': { alone: true, kinds: JOBS, container: () => ({ port: 8080 }), template: main({ 'ports[0].containerPort': 8080 }) },
  'ContainerProps.portNumber': { alone: true, kinds: JOBS, container: () => ({ portNumber: 8080 }), template: main({ 'ports[0].containerPort': 8080 }) },
  'ContainerProps.portNumber of one that is long-running': {
    kinds: ['Deployment', 'StatefulSet', 'DaemonSet'],
    alone: true,
    container: () => ({ portNumber: 8080 }),
    template: { ...main({ 'ports[0].containerPort': 8080 }), ...served, 'spec.terminationGracePeriodSeconds': 35 },
  },
  'ContainerProps.ports': { ...port({}, {}), kinds: JOBS },
  'ContainerProps.ports of one that is long-running': {
    ...port({}, {}),
    kinds: ['Deployment', 'StatefulSet', 'DaemonSet'],
    alone: true,
    template: { ...main({ 'ports[0].containerPort': 8080 }), ...served, 'spec.terminationGracePeriodSeconds': 35 },
  },
  'ContainerProps.resources': resources({}, {}),
  // A container of an init container's list alone may have it.
  'ContainerProps.restartPolicy': {
    props: () => ({ initContainers: [{ image: 'registry.example.com/proxy', name: 'proxy', restartPolicy: kplus.ContainerRestartPolicy.ALWAYS }] }),
    template: {
      'spec.initContainers[proxy].restartPolicy': 'Always',
      ...containerDefaults('initContainers', 'proxy', 'registry.example.com/proxy'),
    },
  },
  'ContainerProps.securityContext': security({}, {}),
  'ContainerProps.volumeMounts': mounted({}, {}),
  'ContainerProps.workingDir': set({ workingDir: '/srv' }, { workingDir: '/srv' }),

  'ContainerLifecycle.postStart': set({ lifecycle: { postStart: Handler.fromCommand(['started']) } }, { 'lifecycle.postStart.exec.command[0]': 'started' }),
  'ContainerLifecycle.preStop': set({ lifecycle: { preStop: Handler.fromCommand(['stop']) } }, { 'lifecycle.preStop.exec.command[0]': 'stop' }),
  'ContainerPort.number': port({}, {}),
  'ContainerPort.hostIp': port({ hostIp: '127.0.0.1' }, { hostIP: '127.0.0.1' }),
  // The port itself, so that Kubernetes accepts it on the host's network too.
  'ContainerPort.hostPort': port({ hostPort: 8080 }, { hostPort: 8080 }),
  'ContainerPort.name': port({ name: 'http' }, { name: 'http' }),
  'ContainerPort.protocol': port({ protocol: kplus.Protocol.UDP }, { protocol: 'UDP' }),

  'ContainerResources.cpu': resources({ cpu: {} }, {}),
  'ContainerResources.memory': resources({ memory: {} }, {}),
  'ContainerResources.ephemeralStorage': resources({ ephemeralStorage: {} }, {}),
  'CpuResources.limit': resources({ cpu: { limit: Cpu.millis(50) } }, { 'limits.cpu': '50m', 'requests.cpu': '50m' }),
  'CpuResources.request': resources({ cpu: { request: Cpu.units(0.5) } }, { 'requests.cpu': '0.5' }),
  'MemoryResources.limit': resources({ memory: { limit: Size.gibibytes(1) } }, { 'limits.memory': '1024Mi', 'requests.memory': '1024Mi' }),
  'MemoryResources.request': resources({ memory: { request: Size.kibibytes(1000) } }, { 'limits.memory': '1000Ki', 'requests.memory': '1000Ki' }),
  'EphemeralStorageResources.limit': resources({ ephemeralStorage: { limit: Size.mebibytes(64) } }, { 'limits.ephemeral-storage': '64Mi', 'requests.ephemeral-storage': '64Mi' }),
  'EphemeralStorageResources.request': resources({ ephemeralStorage: { request: Size.gibibytes(2) } }, { 'limits.ephemeral-storage': '2048Mi', 'requests.ephemeral-storage': '2048Mi' }),
  'ContainerResources.cpu and memory as cdk8s-plus fills them in': resources({
    cpu: { request: Cpu.millis(1000), limit: Cpu.millis(1500) }, memory: { request: Size.mebibytes(512), limit: Size.mebibytes(2048) },
  }, { 'requests.cpu': '1000m', 'limits.cpu': '1500m', 'requests.memory': '512Mi', 'limits.memory': '2048Mi' }),

  'ContainerSecurityContextProps.allowPrivilegeEscalation': security({ allowPrivilegeEscalation: true }, { allowPrivilegeEscalation: true }),
  'ContainerSecurityContextProps.capabilities': security({ capabilities: {} }, {}),
  'ContainerSecurityContextProps.ensureNonRoot': security({ ensureNonRoot: false }, { runAsNonRoot: false }),
  'ContainerSecurityContextProps.ensureNonRoot as cdk8s-plus fills it in': security({ ensureNonRoot: true }, { runAsNonRoot: true }),
  'ContainerSecurityContextProps.group': security({ group: 0 }, { runAsGroup: 0 }),
  // The API server refuses a privileged container that may not escalate.
  'ContainerSecurityContextProps.privileged': security({ privileged: true }, { privileged: true, allowPrivilegeEscalation: undefined }),
  'ContainerSecurityContextProps.privileged as cdk8s-plus fills it in': security({ privileged: false }, { privileged: false }),
  'ContainerSecurityContextProps.readOnlyRootFilesystem': {
    ...security({ readOnlyRootFilesystem: false }, {}),
    alone: true,
    template: {
      ...main({ 'securityContext.readOnlyRootFilesystem': false, 'volumeMounts[tmp].name': undefined, 'volumeMounts[tmp].mountPath': undefined }),
      'spec.volumes[tmp].name': undefined,
      'spec.volumes[tmp].emptyDir.medium': undefined,
      'spec.volumes[tmp].emptyDir.sizeLimit': undefined,
    },
  },
  'ContainerSecurityContextProps.seccompProfile': security(
    { seccompProfile: { type: kplus.SeccompProfileType.UNCONFINED } }, { 'seccompProfile.type': 'Unconfined' }),
  'ContainerSecurityContextProps.user': security({ user: 0 }, { runAsUser: 0 }),
  'ContainerSecutiryContextCapabilities.add': security({ capabilities: { add: [kplus.Capability.NET_BIND_SERVICE] } }, { 'capabilities.add[0]': 'NET_BIND_SERVICE' }),
  'ContainerSecutiryContextCapabilities.drop': security({ capabilities: { drop: [kplus.Capability.CHOWN] } }, { 'capabilities.drop[0]': 'CHOWN' }),
  'SeccompProfile.localhostProfile': security(
    { seccompProfile: { type: kplus.SeccompProfileType.LOCALHOST, localhostProfile: 'web.json' } },
    { 'seccompProfile.type': 'Localhost', 'seccompProfile.localhostProfile': 'web.json' }),
  'SeccompProfile.type': security({ seccompProfile: { type: kplus.SeccompProfileType.RUNTIME_DEFAULT } }, { 'seccompProfile.type': 'RuntimeDefault' }),

  'VolumeMount.path': mounted({}, {}),
  'VolumeMount.volume': mounted({}, {}),
  'VolumeMount.propagation': mounted({ propagation: kplus.MountPropagation.NONE }, { mountPropagation: 'None' }),
  'VolumeMount.readOnly': mounted({ readOnly: true }, { readOnly: true }),
  'VolumeMount.subPath': mounted({ subPath: 'a' }, { subPath: 'a' }),
  'VolumeMount.subPathExpr': mounted({ subPathExpr: '$(POD_NAME)' }, { subPathExpr: '$(POD_NAME)' }),
};
