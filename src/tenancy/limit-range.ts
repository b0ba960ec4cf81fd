import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { LimitsProps } from './limits';
import { quantityOf } from './typed-quantity';
import { DemandManifest } from '../inventory/demand';
import { Amounts, Counted, COUNTED, fromEach, greatest, NO_USAGE, Usage } from '../inventory/demand-amounts';
import { storageOfClaim } from '../inventory/demand-of-objects';
import { countedContainers, usageOfContainer } from '../inventory/demand-of-pod';
import { JsonObject } from '../inventory/manifest';
import { InjectedSidecar } from '../model/platform-props';
import { Quantity } from '../model/quantity';
import { EffectiveDefaults } from '../workload/workload-defaults';

/** What a container gets where it says nothing, and the bounds of containers and claims. */
export interface ContainerLimits {
  readonly defaults: Usage;
  readonly max: Amounts;
  readonly maxStorage?: Quantity;
}

/** What the API server gives containers that say nothing, as our own workloads do: a limit of memory and disk always, of CPU by choice. */
export function defaultUsage({ cpuRequest, cpuLimit, memory, ephemeralStorage }: EffectiveDefaults, { maxCpu }: LimitsProps): Usage {
  const always = { 'memory': quantityOf(memory), 'ephemeral-storage': quantityOf(ephemeralStorage) };
  // A maximum without a default is a default to the API server: it is written, so that it is seen.
  const limit = cpuLimit ?? maxCpu;
  return { requests: { cpu: quantityOf(cpuRequest), ...always }, limits: { ...limit === undefined ? {} : { cpu: quantityOf(limit) }, ...always } };
}

/** Bounds that all containers and claims fit in. */
export function containerLimits(
  manifests: readonly DemandManifest[], sidecars: readonly InjectedSidecar[], defaults: Usage, { maxStorage, ...given }: LimitsProps,
): ContainerLimits {
  const containers = manifests.flatMap(({ pod }) => pod === undefined ? [] : countedContainers(pod.template, { sidecars }))
    .map(({ resources }) => resources);
  // A container that requests more than the default limit, and has no limit, would be refused with the default.
  const limits = containers.map(resources => unlimited(resources, defaults)).reduce(greatest, defaults.limits);
  const fitting: Usage = { requests: defaults.requests, limits };
  const most = containers.map(resources => usageOfContainer(resources, fitting).limits).reduce(greatest, limits);
  const maximum: { readonly [resource in Counted]?: Cpu | Size } = {
    'cpu': given.maxCpu,
    'memory': given.maxMemory,
    'ephemeral-storage': given.maxEphemeralStorage,
  };
  const claims = manifests.flatMap(claimsOf).map(claim => storageOfClaim(claim).largest);
  const largest = claims.length === 0 ? undefined : claims.reduce((a, b) => a.max(b));
  return {
    defaults: fitting,
    max: fromEach(resource => {
      const own = maximum[resource];
      return own !== undefined ? quantityOf(own) : limits[resource] === undefined ? undefined : most[resource];
    }),
    maxStorage: maxStorage === undefined ? largest : quantityOf(maxStorage),
  };
}

/** `spec.limits` of a LimitRange. */
export function limitRangeItems({ defaults, max, maxStorage }: ContainerLimits): object[] {
  const written = (amounts: Amounts) => Object.fromEntries(COUNTED.filter(resource => amounts[resource] !== undefined)
    .map(resource => [resource, amounts[resource]!.toString()]));
  return [
    { type: 'Container', default: written(defaults.limits), defaultRequest: written(defaults.requests), max: written(max) },
    ...maxStorage === undefined ? [] : [{ type: 'PersistentVolumeClaim', max: { storage: maxStorage.toString() } }],
  ];
}

/** What a container requests without saying how much it may use, of the resources that have a default limit. */
function unlimited(resources: JsonObject, defaults: Usage): Amounts {
  const { requests, limits } = usageOfContainer(resources, NO_USAGE);
  return fromEach(resource => limits[resource] === undefined && defaults.limits[resource] !== undefined ? requests[resource] : undefined);
}

function claimsOf({ groupKind, object, pod }: DemandManifest): any[] {
  const volumes = pod?.template.spec.volumes as any[] | undefined ?? [];
  const ephemeral = volumes.map(({ ephemeral: own }) => own?.volumeClaimTemplate).filter(claim => claim !== undefined);
  return [...groupKind === 'PersistentVolumeClaim' ? [object] : [], ...object.spec?.volumeClaimTemplates ?? [], ...ephemeral];
}
