/** A pod template: what `metadata` and `spec` a kind's pods are made from. */
export interface PodTemplate {
  readonly metadata?: Record<string, unknown>;
  readonly spec: Record<string, unknown>;
}

/** A pod template and where it stands in its object. A pod is its own template, at the empty path. */
export interface LocatedPodTemplate {
  readonly path: readonly string[];
  readonly template: PodTemplate;
}

/** A kind whose objects hold a pod template. The version does not matter: the path has been the same in every one served. */
export interface PodTemplateKind {
  readonly apiGroup: string;
  readonly kind: string;
  readonly template: readonly string[];
}

/** The lists of a pod's specification that hold containers. */
export type ContainerList = 'containers' | 'initContainers' | 'ephemeralContainers';

/** A container and where it stands in its pod's specification. */
export interface LocatedContainer {
  readonly list: ContainerList;
  readonly index: number;
  readonly container: Record<string, unknown>;
}

/** Every kind that is known to hold a pod template. */
export const POD_TEMPLATE_KINDS: readonly PodTemplateKind[] = [
  { apiGroup: '', kind: 'Pod', template: [] },
  { apiGroup: '', kind: 'PodTemplate', template: ['template'] },
  { apiGroup: '', kind: 'ReplicationController', template: ['spec', 'template'] },
  { apiGroup: 'apps', kind: 'Deployment', template: ['spec', 'template'] },
  { apiGroup: 'apps', kind: 'ReplicaSet', template: ['spec', 'template'] },
  { apiGroup: 'apps', kind: 'StatefulSet', template: ['spec', 'template'] },
  { apiGroup: 'apps', kind: 'DaemonSet', template: ['spec', 'template'] },
  { apiGroup: 'batch', kind: 'Job', template: ['spec', 'template'] },
  { apiGroup: 'batch', kind: 'CronJob', template: ['spec', 'jobTemplate', 'spec', 'template'] },
  { apiGroup: 'apps.openshift.io', kind: 'DeploymentConfig', template: ['spec', 'template'] },
  { apiGroup: 'argoproj.io', kind: 'Rollout', template: ['spec', 'template'] },
  { apiGroup: 'keda.sh', kind: 'ScaledJob', template: ['spec', 'jobTargetRef', 'template'] },
  { apiGroup: 'serving.knative.dev', kind: 'Configuration', template: ['spec', 'template'] },
  { apiGroup: 'serving.knative.dev', kind: 'Service', template: ['spec', 'template'] },
];

/** The same kinds as `Requirement.kinds` writes them: `Pod`, `apps/Deployment`. */
export const POD_TEMPLATE_GROUP_KINDS: readonly string[] = POD_TEMPLATE_KINDS.map(({ apiGroup, kind }) => apiGroup === '' ? kind : `${apiGroup}/${kind}`);

/** In the order in which they are looked through. */
export const CONTAINER_LISTS: readonly ContainerList[] = ['containers', 'initContainers', 'ephemeralContainers'];

const groupsByKind = new Map<string, Map<string, readonly string[]>>();
for (const { apiGroup, kind, template } of POD_TEMPLATE_KINDS) {
  groupsByKind.set(kind, (groupsByKind.get(kind) ?? new Map()).set(apiGroup, template));
}

/** Finds the pod template of an object, or nothing if its kind has none or the object is not well formed. */
export function podTemplateOf(object: unknown): LocatedPodTemplate | undefined {
  if (!isObject(object)) {
    return undefined;
  }
  const groups = groupsByKind.get(object.kind as string);
  if (groups === undefined || typeof object.apiVersion !== 'string') {
    return undefined;
  }
  const path = groups.get(apiGroupOf(object.apiVersion));
  if (path === undefined) {
    return undefined;
  }
  let template: unknown = object;
  for (const key of path) {
    template = isObject(template) ? template[key] : undefined;
  }
  return isPodTemplate(template) ? { path, template } : undefined;
}

/** The containers of a pod's specification: containers, initContainers and ephemeralContainers, in this order. What is not an object is left out. */
export function containersOf(podSpec: Readonly<Record<string, unknown>>): readonly LocatedContainer[] {
  const found: LocatedContainer[] = [];
  for (const list of CONTAINER_LISTS) {
    const containers = podSpec[list];
    if (Array.isArray(containers)) {
      for (let index = 0; index < containers.length; index++) {
        const container: unknown = containers[index];
        if (isObject(container)) {
          found.push({ list, index, container });
        }
      }
    }
  }
  return found;
}

function apiGroupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function isPodTemplate(value: unknown): value is PodTemplate {
  return isObject(value) && isObject(value.spec);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
