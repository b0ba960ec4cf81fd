import { isDeepStrictEqual } from 'node:util';
import { Container, ContainerProps } from 'cdk8s-plus-28';
import { withoutProbeDefaults } from './cdk8s-plus-probes';
import { resourceQuantities } from './exact-sizes';
import { writtenOf } from './written';

/** A field that cdk8s-plus fills in where its author says nothing. */
interface Row {
  /** Below the object, or below the container. */
  readonly field: string;
  /** The property of the author's that would have set it. */
  readonly property: string;
  /** What cdk8s-plus fills in: it tells the default of an attached container, whose author is not known, from what somebody wrote. */
  readonly value: unknown;
}

const CONTAINER: readonly Row[] = [
  { field: 'imagePullPolicy', property: 'imagePullPolicy', value: 'Always' },
  {
    field: 'resources',
    property: 'resources',
    value: { limits: { cpu: '1500m', memory: '2048Mi' }, requests: { cpu: '1000m', memory: '512Mi' } },
  },
  { field: 'startupProbe', property: 'startup', value: undefined },
  { field: 'securityContext.privileged', property: 'securityContext.privileged', value: false },
  { field: 'securityContext.runAsNonRoot', property: 'securityContext.ensureNonRoot', value: true },
  { field: 'securityContext.readOnlyRootFilesystem', property: 'securityContext.readOnlyRootFilesystem', value: true },
  { field: 'securityContext.allowPrivilegeEscalation', property: 'securityContext.allowPrivilegeEscalation', value: false },
];

const POD: readonly Row[] = [
  { field: 'dnsPolicy', property: 'dns.policy', value: 'ClusterFirst' },
  { field: 'hostNetwork', property: 'hostNetwork', value: false },
  { field: 'setHostnameAsFQDN', property: 'dns.hostnameAsFQDN', value: false },
  { field: 'terminationGracePeriodSeconds', property: 'terminationGracePeriod', value: 30 },
  { field: 'securityContext.fsGroupChangePolicy', property: 'securityContext.fsGroupChangePolicy', value: 'Always' },
  { field: 'securityContext.runAsNonRoot', property: 'securityContext.ensureNonRoot', value: true },
];

/** A Job must say when it restarts; elsewhere Always is what the API server fills in. */
const RESTARTED: Row = { field: 'restartPolicy', property: 'restartPolicy', value: 'Always' };

/** By kind, below `spec`. */
const SPEC: { readonly [kind: string]: readonly Row[] } = {
  Deployment: [
    { field: 'minReadySeconds', property: 'minReady', value: 0 },
    { field: 'progressDeadlineSeconds', property: 'progressDeadline', value: 600 },
    { field: 'strategy', property: 'strategy', value: undefined },
  ],
  StatefulSet: [
    { field: 'minReadySeconds', property: 'minReady', value: 0 },
    { field: 'podManagementPolicy', property: 'podManagementPolicy', value: 'OrderedReady' },
    { field: 'updateStrategy', property: 'strategy', value: undefined },
  ],
  DaemonSet: [{ field: 'minReadySeconds', property: 'minReadySeconds', value: 0 }],
  CronJob: [
    { field: 'startingDeadlineSeconds', property: 'startingDeadline', value: 10 },
    { field: 'suspend', property: 'suspend', value: false },
  ],
};

/** Takes out of a rendered workload what neither its author nor our table chose. */
export function withoutOwnDefaults(
  kind: string, spec: any, podSpec: any, props: object, containers: readonly Container[], initContainers: readonly Container[],
): void {
  takeOut(spec, SPEC[kind] ?? [], props);
  takeOut(podSpec, kind.endsWith('Job') ? POD : [...POD, RESTARTED], props);
  for (const [list, made] of [['containers', containers], ['initContainers', initContainers]] as const) {
    made.forEach((container, index) => {
      const rendered = podSpec[list][index];
      resourceQuantities(rendered, container);
      fromContainer(rendered, writtenOf(container));
      withoutProbeDefaults(rendered, container);
    });
  }
  withoutRepetition(podSpec.affinity?.podAntiAffinity);
}

/** With `spread`, cdk8s-plus adds its terms again each time it renders. */
function withoutRepetition(affinity: any): void {
  for (const terms of ['requiredDuringSchedulingIgnoredDuringExecution', 'preferredDuringSchedulingIgnoredDuringExecution']) {
    if (affinity?.[terms] !== undefined) {
      affinity[terms] = affinity[terms].filter((term: unknown, index: number, all: unknown[]) =>
        all.findIndex(other => isDeepStrictEqual(other, term)) === index);
    }
  }
}

function fromContainer(rendered: any, props: ContainerProps | undefined): void {
  if (props !== undefined) {
    return takeOut(rendered, CONTAINER, props);
  }
  const port = rendered.ports?.[0]?.containerPort;
  const startup = { failureThreshold: 3, tcpSocket: { port } };
  const rows = CONTAINER.map(row => row.property === 'startup' ? { ...row, value: startup } : row);
  return takeOut(rendered, rows.filter(({ field, value }) => same(at(rendered, field), value)), {});
}

/** Copies are compared: rendered objects have the prototypes of another realm where the program runs in one of its own, as in a test runner. */
function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(structuredClone(a), structuredClone(b));
}

function takeOut(owner: any, rows: readonly Row[], props: object): void {
  for (const { field } of rows.filter(({ property }) => at(props, property) === undefined)) {
    const keys = field.split('.');
    const last = keys.pop()!;
    const parent = at(owner, keys.join('.'));
    delete parent?.[last];
    if (keys.length > 0 && parent !== undefined && Object.keys(parent).length === 0) {
      delete owner[keys[0]];
    }
  }
}

function at(value: any, path: string): any {
  return path === '' ? value : path.split('.').reduce((owner, key) => owner?.[key], value);
}
