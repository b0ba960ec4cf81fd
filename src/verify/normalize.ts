import { canonicalQuantity } from './quantity';
import { JsonObject } from '../inventory/manifest';
import { CONTAINER_LISTS, LocatedPodTemplate } from '../model/pod-template';

/**
 * What the API server does to an object before policies see it, as far as a control can observe it: nulls are dropped, quantities become
 * canonical, limits of a Pod give requests, and defaults are filled in. The input is not changed: what differs is copied.
 */
export function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (let index = 0; index < value.length; index++) {
      const clean = withoutNulls(value[index]);
      if (clean !== value[index]) {
        copy ??= value.slice();
        copy[index] = clean;
      }
    }
    return (copy ?? value) as T;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const key in value) {
    const field = (value as any)[key];
    if (typeof field === 'object') {
      const clean = field === null ? undefined : withoutNulls(field);
      if (clean !== field) {
        copy ??= { ...value } as Record<string, unknown>;
        if (clean === undefined) {
          delete copy[key];
        } else {
          copy[key] = clean;
        }
      }
    }
  }
  return (copy ?? value) as T;
}

/**
 * Fills in a pod specification's defaults. A Pod's limits give requests, and one of the host network gets host ports; a template's do not until its pods
 * are made.
 */
export function admittedPodSpec(spec: JsonObject, isPod: boolean): JsonObject {
  const result: Record<string, unknown> = { ...spec };
  const filled = (container: unknown) => isObject(container) ? admittedContainer(container, isPod, spec.hostNetwork === true) : container;
  for (const list of CONTAINER_LISTS) {
    if (Array.isArray(spec[list])) {
      result[list] = spec[list].map(filled);
    }
  }
  if (Array.isArray(spec.volumes)) {
    const withoutSource = (volume: unknown) => isObject(volume) && Object.keys(volume).every(key => key === 'name');
    result.volumes = spec.volumes.map(volume => withoutSource(volume) ? { ...volume, emptyDir: {} } : volume);
  }
  return result;
}

/** The object with the pod specification of its template as admitted. */
export function admitted(object: JsonObject, pod: LocatedPodTemplate | undefined): JsonObject {
  if (pod === undefined || pod.assembly !== undefined) {
    return object;
  }
  const spec = admittedPodSpec(pod.template.spec, pod.path.length === 0);
  return replaced(object, [...pod.path, 'spec'], spec);
}

/** A pod that was put together is admitted as such: in its object there is no place for it. */
export function admittedAssembly(pod: LocatedPodTemplate): LocatedPodTemplate {
  return pod.assembly === undefined ? pod : { ...pod, template: { ...pod.template, spec: admittedPodSpec(pod.template.spec, false) } };
}

function replaced(object: JsonObject, path: readonly (string | number)[], value: unknown): JsonObject {
  const [key, ...rest] = path;
  if (Array.isArray(object)) {
    return object.map((item, index) => index !== key ? item : rest.length === 0 ? value : replaced(item, rest, value));
  }
  return { ...object, [key]: rest.length === 0 ? value : replaced(object[key], rest, value) };
}

function admittedContainer(container: JsonObject, isPod: boolean, hostNetwork: boolean): JsonObject {
  const result: Record<string, unknown> = { ...container };
  if (isObject(container.resources)) {
    const limits = canonicalAmounts(container.resources.limits);
    const requests = canonicalAmounts(container.resources.requests);
    const requested = isPod && (limits ?? requests) !== undefined ? { ...limits, ...requests } : requests;
    result.resources = { ...container.resources, ...limits && { limits }, ...requested && { requests: requested } };
  }
  if (isPod && hostNetwork && Array.isArray(container.ports)) {
    result.ports = container.ports.map(port => isObject(port) && port.hostPort === undefined ? { ...port, hostPort: port.containerPort } : port);
  }
  return result;
}

function canonicalAmounts(amounts: unknown): JsonObject | undefined {
  return isObject(amounts) ? Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, canonicalQuantity(amount)])) : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
