import { admitted, admittedAssembly, withoutNulls } from './normalize';
import { JsonObject, Manifest, Origin } from '../inventory/manifest';
import { isList } from '../model/list';
import { podTemplatesOf } from '../model/pod-template';

/** What is wrong with something that should be a Kubernetes object. */
export class NotKubernetes extends Error {
  public constructor(message: string, public readonly path: readonly (string | number)[]) {
    super(message);
  }
}

/** The objects that a parsed document holds: itself, or the items of a List, also of a List within a List. */
export function objectsOf(value: unknown, prefix: readonly (string | number)[] = []): { object: JsonObject; prefix: readonly (string | number)[] }[] {
  if (!isObject(value)) {
    throw new NotKubernetes('not a Kubernetes object: it is not a mapping', prefix);
  }
  if (isList(value)) {
    return value.items.flatMap((entry, index) => objectsOf(typed(entry, value as JsonObject), [...prefix, 'items', index]));
  }
  const { apiVersion, kind } = value;
  for (const [field, content] of Object.entries({ apiVersion, kind })) {
    if (typeof content !== 'string' || content === '') {
      throw new NotKubernetes(`not a Kubernetes object: it has no ${field}`, prefix);
    }
  }
  if (value.metadata !== undefined && value.metadata !== null && !isObject(value.metadata)) {
    throw new NotKubernetes('not a Kubernetes object: metadata is not a mapping', [...prefix, 'metadata']);
  }
  return [{ object: value, prefix }];
}

/** The API server writes the kind of a list's items once: `PodList`. */
function typed(entry: unknown, { apiVersion, kind }: { readonly apiVersion?: unknown; readonly kind?: unknown }): unknown {
  const ofItems = String(kind).replace(/List$/, '');
  return ofItems !== '' && isObject(entry) && entry.kind === undefined && entry.apiVersion === undefined ? { apiVersion, kind: ofItems, ...entry } : entry;
}

/** One object as the verifier sees it: normalized, with its pod template located. */
export function manifestOf(written: JsonObject, origin: Origin, judged: boolean): Manifest {
  const clean = withoutNulls(written);
  const object = podTemplatesOf(clean).reduce(admitted, clean);
  const [pod, ...otherPods] = podTemplatesOf(object).map(admittedAssembly);
  const apiVersion: string = object.apiVersion;
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  const text = (value: unknown) => typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return {
    object,
    written,
    group,
    apiVersion,
    origin,
    judged,
    kind: object.kind,
    groupKind: group === '' ? object.kind : `${group}/${object.kind}`,
    name: text(object.metadata?.name ?? object.metadata?.generateName),
    namespace: text(object.metadata?.namespace),
    pod,
    otherPods: otherPods.length === 0 ? undefined : otherPods,
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
