import { Chart, Cron, Duration, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { CronJob, DaemonSet, Deployment, Job, StatefulSet } from '../../../src';
import { chart, IMAGE, tenant } from '../apps';

const container = { image: IMAGE, portNumber: 8080 };
const deployment = (props: any) => (scope: Chart) => new Deployment(scope, 'web', { containers: [container], ...props });
const of = (props: any) => deployment({ containers: [{ ...container, ...props }] });
const cronJob = (props: any) => (scope: Chart) => new CronJob(scope, 'web', { containers: [{ image: IMAGE }], schedule: Cron.daily(), ...props });
const job = (props: any) => (scope: Chart) => new Job(scope, 'web', { containers: [{ image: IMAGE }], ...props });
const claimed = (claim: any) => (scope: Chart) => new StatefulSet(scope, 'web', { containers: [container], claims: [{ name: 'data', size: Size.gibibytes(1), ...claim }] });
const cache = (scope: Chart, name = 'cache') => kplus.Volume.fromEmptyDir(scope, name, name);
const mounts = (...paths: any[]) => (scope: Chart) => of({ volumeMounts: paths.map((path, index) => ({ volume: cache(scope, `v${index}`), ...typeof path === 'string' ? { path } : path })) })(scope);

/** What the API server refuses, by what is wrong with it. */
const WRONG: [what: string, make: (scope: Chart) => unknown, message: string][] = [
  ['the name of a container', of({ name: 'Main' }), 'container "Main": the name "Main" is not a name for it: give 1 to 63 lower-case'],
  ['two containers of one name', deployment({ containers: [container, { image: IMAGE }] }), 'two containers have the name "main": give each one of its own'],
  ['an init container and a container of one name', deployment({ initContainers: [{ image: IMAGE, name: 'main' }] }), 'two containers have the name "main"'],
  ['no image', of({ image: '' }), 'the image "" is not a reference'],
  ['an image with white space', of({ image: 'web :1' }), 'the image "web :1" is not a reference: give a name without white space'],
  ['a port that is none', of({ portNumber: 70000 }), 'the port 70000 is not allowed: give a whole number from 1 to 65535'],
  ['part of a port', of({ portNumber: 80.5 }), 'the port 80.5 is not allowed'],
  ['a host port that is none', of({ portNumber: undefined, ports: [{ number: 80, hostPort: -1 }] }), 'the host port -1 is not allowed'],
  ['a long name of a port', of({ portNumber: undefined, ports: [{ number: 80, name: 'a-very-long-name' }] }), 'the port "a-very-long-name" is not a name for it: give 1 to 15'],
  ['a name of a port without a letter', of({ portNumber: undefined, ports: [{ number: 80, name: '80' }] }), 'the port "80" is not a name for it'],
  ['a name of a port with two hyphens', of({ portNumber: undefined, ports: [{ number: 80, name: 'a--b' }] }), 'the port "a--b" is not a name for it'],
  ['one port twice', of({ ports: [{ number: 8080 }] }), 'chart/web: Port with number 8080 and protocol TCP already exists'],
  ['an environment variable', of({ envVariables: { '1ST': kplus.EnvValue.fromValue('x') } }), 'the environment variable "1ST" is not a name for it: give letters'],
  ['an environment variable with an equals sign', of({ envVariables: { 'A=B': kplus.EnvValue.fromValue('x') } }), 'the environment variable "A=B" is not a name for it'],
  ['a prefix of environment variables', scope => of({ envFrom: [kplus.Env.fromConfigMap(kplus.ConfigMap.fromConfigMapName(scope, 'c', 'c'), '1_')] })(scope), 'the environment variable "1_"'],
  ['a relative mount path', mounts('data'), 'the mount path "data" is not allowed: give an absolute path without ":"'],
  ['a mount path with a colon', mounts('/a:b'), 'the mount path "/a:b" is not allowed'],
  ['two volumes at one path', mounts('/data', '/data/'), 'two volumes are mounted at "/data/": mount one of them elsewhere'],
  ['a path that leaves its volume', mounts({ path: '/data', subPath: 'a/../../b' }), 'the path "a/../../b" below a volume is not allowed: give a relative path'],
  ['two paths below a volume', mounts({ path: '/data', subPath: 'a', subPathExpr: 'b' }), 'the mount "/data" has both subPath and subPathExpr: give one'],
  ['the name of a volume', scope => deployment({ volumes: [cache(scope, 'a_b')] })(scope), 'the volume "a_b" is not a name for it'],
  ['a request of CPU above its limit', of({ resources: { cpu: { request: kplus.Cpu.units(1), limit: kplus.Cpu.millis(500) } } }), 'it requests CPU of 1, above its limit of 500m: raise the limit'],
  ['a negative amount of CPU', of({ resources: { cpu: { limit: kplus.Cpu.millis(-1) } } }), 'the limit of CPU "-1m" is not an amount of CPU'],
  ['a request of memory above its limit', of({ resources: { memory: { request: Size.gibibytes(1), limit: Size.mebibytes(512) } } }), 'it requests memory of 1Gi, above its limit of 512Mi'],
  ['a request of disk above its limit', of({ resources: { ephemeralStorage: { request: Size.mebibytes(2), limit: Size.mebibytes(1) } } }), 'it requests ephemeral storage of 2Mi, above its limit of 1Mi'],
  ['a user', of({ securityContext: { user: -1 } }), 'the user -1 is not allowed: give a whole number from 0 to 2147483647'],
  ['a group of the pod', deployment({ securityContext: { fsGroup: 1.5 } }), 'securityContext.fsGroup 1.5 is not allowed'],
  ['a probe that goes nowhere', of({ portNumber: undefined, readiness: kplus.Probe.fromHttpGet('/') }), 'its readinessProbe names no port, and the container has none: give one'],
  ['a probe in parts of a second', of({ readiness: kplus.Probe.fromHttpGet('/', { periodSeconds: Duration.millis(1500) }) }), 'readiness probe: periodSeconds of 1.5 seconds is not allowed: give whole seconds, at least 1'],
  ['a probe that never runs', of({ liveness: kplus.Probe.fromHttpGet('/', { periodSeconds: Duration.seconds(0) }) }), 'liveness probe: periodSeconds of 0 seconds is not allowed'],
  ['a liveness probe that must succeed twice', of({ liveness: kplus.Probe.fromHttpGet('/', { successThreshold: 2 }) }), 'liveness probe: successThreshold 2 is not allowed: give a whole number from 1 to 1'],
  ['a key of a label', deployment({ metadata: { labels: { 'a b': 'c' } } }), 'the label of it "a b" is not a name for it'],
  ['the value of a label', deployment({ metadata: { labels: { team: 'a b' } } }), 'the label team of it has the value "a b": give 1 to 63 letters'],
  ['a key of an annotation', deployment({ metadata: { annotations: { 'a/b/c': '' } } }), 'the annotation of it "a/b/c" is not a name for it'],
  ['annotations that are too large', deployment({ metadata: { annotations: { a: 'x'.repeat(300_000) } } }), 'the annotations of it have 300001 bytes: give at most 262144'],
  ['the value of a label of pods', deployment({ podMetadata: { labels: { team: '-a' } } }), 'the label team of its pods has the value "-a"'],
  ['the name', deployment({ metadata: { name: 'Web' } }), 'the name of it "Web" is not a name for it'],
  ['the name of a CronJob', cronJob({ metadata: { name: 'a'.repeat(53) } }), 'give at most 52 lower-case letters'],
  ['pods of a Deployment that end', deployment({ restartPolicy: kplus.RestartPolicy.ON_FAILURE }), 'restartPolicy is OnFailure, which a Deployment cannot have: leave it out'],
  ['pods of a Job that do not', job({ restartPolicy: kplus.RestartPolicy.ALWAYS }), 'restartPolicy is Always, which a Job cannot have: give Never or OnFailure'],
  ['part of a replica', deployment({ replicas: 1.5 }), 'replicas 1.5 is not allowed: give a whole number of at least 0'],
  ['less than no replica', deployment({ replicas: -1 }), 'replicas -1 is not allowed'],
  ['a deadline in parts of a second', deployment({ progressDeadline: Duration.millis(1500) }), 'chart/web: '],
  ['a deadline before it may be ready', deployment({ progressDeadline: Duration.seconds(5), minReady: Duration.seconds(5) }), "chart/web: 'progressDeadline' (5s) must be greater than 'minReady'"],
  ['a grace period in parts of a second', deployment({ terminationGracePeriod: Duration.millis(1) }), 'terminationGracePeriod of 0.001 seconds is not allowed: give whole seconds'],
  ['the address of a host alias', deployment({ hostAliases: [{ ip: 'db', hostnames: ['db'] }] }), 'the host alias "db" is not an address'],
  ['the name of a host alias', deployment({ hostAliases: [{ ip: '10.0.0.1', hostnames: ['D B'] }] }), 'the host alias "D B" is not a name for it'],
  ['a name server', deployment({ dns: { nameservers: ['dns'] } }), 'the name server "dns" is not an address: give one of IPv4 or IPv6'],
  ['a hostname', deployment({ dns: { hostname: 'a.b' } }), 'the hostname "a.b" is not a name for it'],
  ['seconds until a daemon is ready', scope => new DaemonSet(scope, 'web', { containers: [container], minReadySeconds: -1 }), 'minReadySeconds -1 is not allowed'],
  ['a deadline of nothing', job({ activeDeadline: Duration.seconds(0) }), 'activeDeadline of 0 seconds is not allowed: give whole seconds, at least 1'],
  ['tries', job({ backoffLimit: -1 }), 'backoffLimit -1 is not allowed'],
  ['tries of a CronJob', cronJob({ backoffLimit: 0.5 }), 'backoffLimit 0.5 is not allowed'],
  ['runs that are kept', cronJob({ successfulJobsRetained: -1 }), 'successfulJobsRetained -1 is not allowed'],
  ['a schedule', cronJob({ schedule: Cron.schedule({ minute: '60' }) }), 'the schedule "60 * * * *" has the minute "60": give numbers from 0 to 59'],
  ['a time zone', cronJob({ timeZone: 'Europe/Atlantis' }), 'the time zone "Europe/Atlantis" is not known: give a name such as Europe/Berlin'],
  ['an offset as a time zone', cronJob({ timeZone: '+01:00' }), 'the time zone "+01:00" is an offset'],
  ['no time zone', cronJob({ timeZone: '' }), 'the time zone "" is not known'],
  ['a deadline that no controller keeps', cronJob({ startingDeadline: Duration.seconds(5) }), "chart/web: The 'startingDeadline' property cannot be less than 10 seconds"],
  ['the name of a claim', claimed({ name: 'My Data' }), 'chart/web: claim "My Data": the claim "My Data" is not a name for it'],
  ['a claim of nothing', claimed({ size: Size.gibibytes(0) }), 'claim "data": its size is nothing: give one'],
  ['access modes', claimed({ accessModes: ['ReadWrite'] }), 'the access modes "ReadWrite" are not known: give of ReadWriteOnce'],
  ['no access mode', claimed({ accessModes: [] }), 'the access modes "" are not known'],
  ['an access mode that stands alone', claimed({ accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] }), 'ReadWriteOncePod stands alone'],
  ['two claims of one name', scope => new StatefulSet(scope, 'web', { containers: [container], claims: [{ name: 'data', size: Size.gibibytes(1) }, { name: 'data', size: Size.gibibytes(1) }] }), 'there is a claim "data" already: give this one another name'],
  ['a claim that nothing can mount', scope => new StatefulSet(scope, 'web', { service: new kplus.Service(scope, 's', { ports: [{ port: 80 }] }), claims: [{ name: 'data', size: Size.gibibytes(1), mountPath: '/data' }] }), 'there is no container: add one before'],
  ['a StatefulSet without a port or a Service', scope => new StatefulSet(scope, 'web', { containers: [{ image: IMAGE }] }), 'chart/web: Unable to create a service'],
];

test.each(WRONG)('%s: refused at once, with the path of the construct', (_what, make, message) => {
  const attempt = () => make(chart());
  expect(attempt).toThrow(message);
  expect(attempt).toThrow(/^chart\/web: /);
});

test('every fault of a workload is named, a line each', () => {
  expect(() => deployment({ replicas: -1, containers: [{ image: '', name: 'A' }] })(chart())).toThrow(/^chart\/web: replicas.*\nchart\/web: container "A": the name.*\nchart\/web: container "A": the image.*$/);
});

test.each<[string, (web: Deployment) => unknown, string]>([
  ['a container', web => web.addContainer({ image: 'a b', name: 'second' }), '[chart/web] container "second": the image "a b" is not a reference'],
  ['an attached container', web => web.attachContainer(new kplus.Container({ image: IMAGE, name: 'B' })), '[chart/web] container "B": the name "B" is not a name'],
  ['an init container', web => web.addInitContainer({ image: IMAGE, name: 'C' }), '[chart/web] container "C"'],
  ['a mount', web => web.containers[0].mount('data', cache(Chart.of(web))), '[chart/web] container "main": the mount path "data" is not allowed'],
  ['a variable', web => web.containers[0].env.addVariable('1', kplus.EnvValue.fromValue('x')), '[chart/web] container "main": the environment variable "1"'],
  ['a port', web => web.containers[0].addPort({ number: 0 }), '[chart/web] container "main": the port 0 is not allowed'],
  ['a label', web => web.podMetadata.addLabel('team', '!'), '[chart/web] the label team of its pods has the value "!"'],
  ['a host alias', web => web.addHostAlias({ ip: 'x', hostnames: [] }), '[chart/web] the host alias "x" is not an address'],
  ['a volume', web => web.addVolume(cache(Chart.of(web), 'V')), '[chart/web] the volume "V" is not a name'],
])('%s that is added afterwards is refused at synthesis', (_what, add, message) => {
  const scope = chart();
  add(new Deployment(scope, 'web', { containers: [container] }));
  expect(() => Testing.synth(scope)).toThrow(message);
});

test('a workload without a container is refused at synthesis, not before', () => {
  const scope = chart();
  const web = new Deployment(scope, 'web');
  expect(() => Testing.synth(scope)).toThrow('[chart/web] it has no container: add one');
  web.addContainer(container);
  expect(() => Testing.synth(scope)).not.toThrow();
});

test('a container beside the others needs Kubernetes 1.29', () => {
  const sidecar = { image: IMAGE, name: 'proxy', restartPolicy: kplus.ContainerRestartPolicy.ALWAYS };
  const make = (kubernetes: string) => () => new Deployment(tenant(kubernetes), 'web', { containers: [container], initContainers: [sidecar] });
  expect(make('1.28')).toThrow('shop/web: container "proxy": it is to run beside the others (restartPolicy), which Kubernetes 1.28 cannot: it needs 1.29');
  expect(make('1.29')).not.toThrow();
});
