import { Amounts, amountsOf, both, fromEach, greatest, plus, Usage } from './demand-amounts';
import { JsonObject } from './manifest';
import { InjectedSidecar } from '../model/platform-props';
import { PodTemplate } from '../model/pod-template';

/** What a pod's own manifest does not say. */
export interface PodOptions {
  /** What the LimitRange of the namespace gives a container that says nothing. */
  readonly defaults: Usage;

  /** Containers that the cluster adds. */
  readonly sidecars: readonly InjectedSidecar[];

  /** What a sandboxed runtime takes for itself, by the name of its RuntimeClass. */
  readonly overhead: (runtimeClassName: string) => JsonObject | undefined;
}

/** What a container writes in `resources`, and whether it stays beside everything that starts after it. */
export interface CountedContainer {
  readonly resources: JsonObject;
  readonly stays: boolean;
}

/** What a container takes, and whether it stays. */
export interface CountedUsage extends Pick<CountedContainer, 'stays'> { readonly usage: Usage }
export interface ContainerUsages { readonly inits: readonly CountedUsage[]; readonly running: readonly CountedUsage[] }

/**
 * What the API server charges to a quota for a pod, after `PodRequests` and `PodLimits` of k8s.io/component-helpers/resource: containers run together,
 * init containers one after the other, and init containers that restart (sidecars, KEP 753) beside everything that starts after them.
 */
export function usageOfPod(template: PodTemplate, options: PodOptions, { inits, running } = usagesOf(template, options)): Usage {
  const spec: JsonObject = template.spec;
  const { requests, limits } = ofPodLevel(spec.resources, both(side => {
    const atStart = mostAtStart(inits.map(({ usage, stays }) => ({ amounts: usage[side], stays })));
    return greatest(atStart.most, running.map(({ usage }) => usage[side]).reduce(plus, atStart.staying));
  }));
  const overhead = amountsOf(spec.overhead ?? (spec.runtimeClassName === undefined ? undefined : options.overhead(spec.runtimeClassName)));
  return {
    requests: plus(requests, overhead),
    limits: plus(limits, fromEach(resource => limits[resource] === undefined ? undefined : overhead[resource])),
  };
}

/** What each container of a pod takes. */
export function usagesOf(template: PodTemplate, options: PodOptions): ContainerUsages {
  const usages = (containers: readonly CountedContainer[]) => containers.map(({ resources, stays }) =>
    ({ usage: usageOfContainer(resources, options.defaults), stays }));
  return { inits: usages(initContainersOf(template, options)), running: usages(containersOf(template)) };
}

/** The resources of a container as admitted: a limit gives a request, and the LimitRange the rest. */
export function usageOfContainer(resources: JsonObject, defaults: Usage): Usage {
  const limits = amountsOf(resources.limits);
  return {
    requests: { ...defaults.requests, ...limits, ...amountsOf(resources.requests) },
    limits: { ...defaults.limits, ...limits },
  };
}

/** The containers of a pod that a quota counts, those that the cluster adds too. Ephemeral containers have no resources. */
export function countedContainers(template: PodTemplate, options: Pick<PodOptions, 'sidecars'>): readonly CountedContainer[] {
  return [...initContainersOf(template, options), ...containersOf(template)];
}

function containersOf({ spec }: PodTemplate): CountedContainer[] {
  return listed(spec.containers).map(({ resources }) => ({ resources: resources ?? {}, stays: true }));
}

/** Where a mesh injects its proxy is its own choice: first, beside everything else, it takes the most. */
function initContainersOf(template: PodTemplate, { sidecars }: Pick<PodOptions, 'sidecars'>): CountedContainer[] {
  const own = listed(template.spec.initContainers).map(({ resources, restartPolicy }) => ({ resources: resources ?? {}, stays: restartPolicy === 'Always' }));
  return isInjected(template) ? [...sidecars.map(sidecar => ({ resources: resourcesOf(sidecar), stays: true })), ...own] : own;
}

function resourcesOf({ cpuRequest, memoryRequest, cpuLimit, memoryLimit }: InjectedSidecar): JsonObject {
  return { requests: { cpu: cpuRequest, memory: memoryRequest }, limits: { cpu: cpuLimit, memory: memoryLimit } };
}

/** Meshes leave pods of the host network alone, and those that opt out. */
function isInjected({ metadata, spec }: PodTemplate): boolean {
  const says: JsonObject = { ...metadata?.annotations as JsonObject, ...metadata?.labels as JsonObject };
  return spec.hostNetwork !== true && says['sidecar.istio.io/inject'] !== 'false' && says['linkerd.io/inject'] !== 'disabled';
}

/** The most that init containers take at any time, and what those that stay take from then on. */
function mostAtStart(inits: readonly { readonly amounts: Amounts; readonly stays: boolean }[]): { most: Amounts; staying: Amounts } {
  let staying: Amounts = {};
  let most: Amounts = {};
  for (const { amounts, stays } of inits) {
    const beside = plus(staying, amounts);
    most = greatest(most, beside);
    staying = stays ? beside : staying;
  }
  return { most, staying };
}

/** What is written for the pod as a whole counts instead of what its containers say (KEP 2837). */
function ofPodLevel(resources: JsonObject | undefined, { requests, limits }: Usage): Usage {
  const limited = amountsOf(resources?.limits);
  return { requests: { ...limited, ...requests, ...amountsOf(resources?.requests) }, limits: { ...limits, ...limited } };
}

function listed(containers: unknown): JsonObject[] {
  return Array.isArray(containers) ? containers.filter(container => typeof container === 'object' && container !== null) : [];
}
