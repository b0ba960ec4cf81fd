import { CountOptions } from './demand-replicas';
import { JsonObject } from './manifest';
import { PodTemplate } from '../model/pod-template';
import { Quantity } from '../model/quantity';

/** Persistent volumes: how many claims, what they ask for together, and the largest. */
export interface StorageDemand {
  readonly claims: number;
  readonly storage: Quantity;
  readonly largest: Quantity;
}

export const NO_STORAGE: StorageDemand = { claims: 0, storage: Quantity.ZERO, largest: Quantity.ZERO };

export function plusStorage(left: StorageDemand, right: StorageDemand): StorageDemand {
  return { claims: left.claims + right.claims, storage: left.storage.plus(right.storage), largest: left.largest.max(right.largest) };
}

/** What a PersistentVolumeClaim asks for, or the template of one, so many times. */
export function storageOfClaim(claim: JsonObject, count = 1): StorageDemand {
  const size = Quantity.parse(claim.spec?.resources?.requests?.storage ?? 0);
  return count === 0 ? NO_STORAGE : { claims: count, storage: size.times(count), largest: size };
}

/** The claims that a workload's pods bring with them. Those of a StatefulSet stay when it is rolled; those in a pod's own volumes go with the pod. */
export function storageOfWorkload(object: JsonObject, { spec }: PodTemplate, pods: number, surge: number): StorageDemand {
  const own = listed(spec.volumes).map(({ ephemeral }) => ephemeral?.volumeClaimTemplate).filter(template => template !== undefined);
  return [
    ...listed(object.spec?.volumeClaimTemplates).map(template => storageOfClaim(template, pods)),
    ...own.map(template => storageOfClaim(template, pods + surge)),
  ].reduce(plusStorage, NO_STORAGE);
}

/** The load balancers and ports of nodes that a Service takes. */
export function servicesOf({ spec = {} }: JsonObject): { loadBalancers: number; nodePorts: number } {
  const balanced = spec.type === 'LoadBalancer';
  const ports = listed(spec.ports);
  const taken = spec.type === 'NodePort' || (balanced && spec.allocateLoadBalancerNodePorts !== false) ? ports : balanced ? ports.filter(({ nodePort }) => nodePort) : [];
  return { loadBalancers: balanced ? 1 : 0, nodePorts: taken.length };
}

/** How many Jobs there are at most, those that are kept for their logs too. */
const JOBS: { readonly [kind: string]: (spec: JsonObject, runs: number) => number } = {
  Job: () => 1,
  CronJob: ({ successfulJobsHistoryLimit = 3, failedJobsHistoryLimit = 1 }, runs) => successfulJobsHistoryLimit + failedJobsHistoryLimit + runs,
  ScaledJob: ({ successfulJobsHistoryLimit = 100, failedJobsHistoryLimit = 100, maxReplicaCount = 100 }) =>
    successfulJobsHistoryLimit + failedJobsHistoryLimit + maxReplicaCount,
};

export function jobsOf({ kind, spec }: JsonObject, { concurrentRuns = 1 }: CountOptions): number {
  return JOBS[kind]?.(spec, concurrentRuns) ?? 0;
}

function listed(values: unknown): JsonObject[] {
  return Array.isArray(values) ? values : [];
}
