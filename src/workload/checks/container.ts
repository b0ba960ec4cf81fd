import { Size, SizeRoundingBehavior } from 'cdk8s';
import { Container, ContainerRestartPolicy, Probe } from 'cdk8s-plus-28';
import { mountFaults } from './mounts';
import { DNS_LABEL, ENVIRONMENT_VARIABLE, nameFault, PORT_NAME } from './names';
import { portFault, secondsFault, wholeFault } from './numbers';
import { cpuFault, millisOf } from './quantity';
import { KubernetesVersion } from '../../model/kubernetes-version';
import { withoutPort } from '../cdk8s-plus-probes';

/** Before it, an init container cannot go on running beside the others. */
const SIDECARS_SINCE = KubernetesVersion.V1_29;
const LARGEST_USER = 2 ** 31 - 1;

/** A look at a container: what is wrong, or nothing. */
type Check = (container: Container, kubernetes: KubernetesVersion) => string[];

const CHECKS: readonly Check[] = [
  ({ name }) => nameFault('the name', name, DNS_LABEL),
  ({ image }) => typeof image === 'string' && /^\S+$/.test(image) ? [] : [`the image "${image}" is not a reference: give a name without white space`],
  ({ ports }) => ports.flatMap(({ number, hostPort, name }) =>
    [...portFault('the port', number), ...portFault('the host port', hostPort), ...nameFault('the port', name, PORT_NAME)]),
  ({ env }) => [...Object.keys(env.variables), ...env.sources.map(source => (source as unknown as { prefix?: string }).prefix || undefined)]
    .flatMap(name => nameFault('the environment variable', name, ENVIRONMENT_VARIABLE)),
  mountFaults,
  cpuFaults,
  container => [...sizeFaults('memory', container.resources?.memory), ...sizeFaults('ephemeral storage', container.resources?.ephemeralStorage)],
  ({ securityContext: { user, group } }) => [...wholeFault('the user', user, 0, LARGEST_USER), ...wholeFault('the group', group, 0, LARGEST_USER)],
  container => withoutPort(container).map(action => `its ${action} names no port, and the container has none: give one`),
  probeFaults,
  ({ restartPolicy }, kubernetes) => restartPolicy === ContainerRestartPolicy.ALWAYS && !kubernetes.atLeast(SIDECARS_SINCE)
    ? [`it is to run beside the others (restartPolicy), which Kubernetes ${kubernetes} cannot: it needs ${SIDECARS_SINCE}`] : [],
];

/** What is wrong with a container. */
export function containerFaults(container: Container, kubernetes: KubernetesVersion): string[] {
  return CHECKS.flatMap(check => check(container, kubernetes)).map(fault => `container "${container.name}": ${fault}`);
}

function cpuFaults({ resources }: Container): string[] {
  const { request, limit } = resources?.cpu ?? {};
  const faults = [...cpuFault('the request of CPU', request), ...cpuFault('the limit of CPU', limit)];
  return faults.length > 0 || request === undefined || limit === undefined || millisOf(request.amount) <= millisOf(limit.amount) ? faults
    : [`it requests CPU of ${request.amount}, above its limit of ${limit.amount}: raise the limit`];
}

function sizeFaults(what: string, { request, limit }: { readonly request?: Size; readonly limit?: Size } = {}): string[] {
  const kibibytes = (size: Size) => size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
  return request === undefined || limit === undefined || request === limit || kibibytes(request) <= kibibytes(limit) ? []
    : [`it requests ${what} of ${request.asString()}, above its limit of ${limit.asString()}: raise the limit`];
}

/** What cdk8s-plus keeps of a probe. */
type ProbeOptions = NonNullable<Parameters<typeof Probe.fromCommand>[1]>;

function probeFaults(container: Container): string[] {
  return ['readiness', 'liveness', 'startup'].flatMap(name => {
    const options = (container as any)[`_${name}`]?.probeOptions as ProbeOptions | undefined;
    return options === undefined ? [] : [
      ...secondsFault('initialDelaySeconds', options.initialDelaySeconds),
      ...secondsFault('periodSeconds', options.periodSeconds, 1),
      ...secondsFault('timeoutSeconds', options.timeoutSeconds, 1),
      ...wholeFault('failureThreshold', options.failureThreshold, 1),
      ...wholeFault('successThreshold', options.successThreshold, 1, name === 'readiness' ? undefined : 1),
    ].map(fault => `${name} probe: ${fault}`);
  });
}
