import * as kplus from 'cdk8s-plus-28';

const SERVICES = new WeakMap<kplus.Workload, kplus.Service[]>();

/** Remembers that a Service was made for a workload: cdk8s-plus tells the Service alone. */
export function remembered(workload: kplus.Workload, service: kplus.Service): kplus.Service {
  SERVICES.set(workload, [...new Set([...servicesOf(workload), service])]);
  return service;
}

/** The Services that were made for a workload, the first first. */
export function servicesOf(workload: kplus.Workload): readonly kplus.Service[] {
  return SERVICES.get(workload) ?? [];
}
