import { podsOfWorkflow } from './assembled/argo-workflows';
import { AssembledPod, Assembly } from './assembled/assembly';
import { PODS_OF_TEKTON } from './assembled/tekton';

/** A pod template: what `metadata` and `spec` a kind's pods are made from. */
export interface PodTemplate {
  readonly metadata?: Record<string, unknown>;
  readonly spec: Record<string, unknown>;
}

/** A pod template and where it stands in its object. A pod is its own template, at the empty path. */
export interface LocatedPodTemplate {
  readonly path: readonly (string | number)[];
  readonly template: PodTemplate;

  /** Where it is no template that is written, but was put together. */
  readonly assembly?: Assembly;
}

/** A kind whose objects hold a pod template. The version does not matter: the path has been the same in every one served. */
export interface PodTemplateKind {
  readonly apiGroup: string;
  readonly kind: string;
  readonly template: readonly string[];
}

const EACH = '*';

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

/**
 * Kinds with several pod templates, a row for each place; `*` is every item of a list, or every field of a mapping. What is there to be verified is all of
 * them; no policy in the cluster asks about them.
 */
const SEVERAL_TEMPLATES: readonly PodTemplateKind[] = [
  ...['headGroupSpec', 'workerGroupSpecs.*'].flatMap((group): PodTemplateKind[] => [
    { apiGroup: 'ray.io', kind: 'RayCluster', template: `spec.${group}.template`.split('.') },
    { apiGroup: 'ray.io', kind: 'RayJob', template: `spec.rayClusterSpec.${group}.template`.split('.') },
    { apiGroup: 'ray.io', kind: 'RayService', template: `spec.rayClusterConfig.${group}.template`.split('.') },
  ]),
  ...['driver', 'executor'].flatMap((role): PodTemplateKind[] => [
    { apiGroup: 'sparkoperator.k8s.io', kind: 'SparkApplication', template: ['spec', role, 'template'] },
    { apiGroup: 'sparkoperator.k8s.io', kind: 'ScheduledSparkApplication', template: ['spec', 'template', role, 'template'] },
  ]),
  ...['leaderTemplate', 'workerTemplate'].map((role): PodTemplateKind =>
    ({ apiGroup: 'leaderworkerset.x-k8s.io', kind: 'LeaderWorkerSet', template: ['spec', 'leaderWorkerTemplate', role] })),
  { apiGroup: 'jobset.x-k8s.io', kind: 'JobSet', template: ['spec', 'replicatedJobs', '*', 'template', 'spec', 'template'] },
  { apiGroup: 'batch.volcano.sh', kind: 'Job', template: ['spec', 'tasks', '*', 'template'] },
  ...['PyTorchJob', 'TFJob', 'MPIJob', 'XGBoostJob', 'JAXJob'].map((kind): PodTemplateKind =>
    ({ apiGroup: 'kubeflow.org', kind, template: ['spec', `${kind === 'PyTorchJob' ? 'pytorch' : kind === 'XGBoostJob' ? 'xgb' : kind.slice(0, -3).toLowerCase()}ReplicaSpecs`, '*', 'template'] })),
  { apiGroup: 'apps.kruise.io', kind: 'CloneSet', template: ['spec', 'template'] },
  { apiGroup: 'apps.kruise.io', kind: 'StatefulSet', template: ['spec', 'template'] },
  { apiGroup: 'apps.kruise.io', kind: 'DaemonSet', template: ['spec', 'template'] },
  { apiGroup: 'agents.x-k8s.io', kind: 'Sandbox', template: ['spec', 'podTemplate'] },
  { apiGroup: 'extensions.agents.x-k8s.io', kind: 'SandboxTemplate', template: ['spec', 'podTemplate'] },
];

/** Kinds whose pods are written in a way of their own: what is verified is put together. Nothing is filled in there, and no policy in the cluster asks about them. */
const ASSEMBLED: ReadonlyMap<string, (object: Record<string, unknown>) => readonly AssembledPod[]> = new Map([
  ...['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate'].map(kind => [`argoproj.io/${kind}`, (object: object) => podsOfWorkflow(object, ['spec'])] as const),
  ['argoproj.io/CronWorkflow', (object: object) => podsOfWorkflow(object, ['spec', 'workflowSpec'])] as const,
  ...Object.entries(PODS_OF_TEKTON).map(([kind, podsOf]) => [`tekton.dev/${kind}`, podsOf] as const),
]);
const ASSEMBLED_KINDS: ReadonlySet<string> = new Set([...ASSEMBLED.keys()].map(key => key.split('/')[1]));

/** The same kinds as `Requirement.kinds` writes them: `Pod`, `apps/Deployment`. */
export const POD_TEMPLATE_GROUP_KINDS: readonly string[] = POD_TEMPLATE_KINDS.map(({ apiGroup, kind }) => apiGroup === '' ? kind : `${apiGroup}/${kind}`);

/** In the order in which they are looked through. */
export const CONTAINER_LISTS: readonly ContainerList[] = ['containers', 'initContainers', 'ephemeralContainers'];

type Paths = readonly (readonly string[])[];
const NONE: Paths = [];
const NO_TEMPLATES: readonly LocatedPodTemplate[] = [];
const groupsByKind = new Map<string, Map<string, Paths>>();

/** Adds rows to the table, such as a team's own kinds. A row that is there already is not added again. */
export function addPodTemplateKinds(rows: readonly PodTemplateKind[]): void {
  for (const { apiGroup, kind, template } of rows) {
    const groups = groupsByKind.get(kind) ?? new Map<string, Paths>();
    const paths = groups.get(apiGroup) ?? NONE;
    groupsByKind.set(kind, groups);
    groups.set(apiGroup, paths.some(path => path.join() === template.join()) ? paths : [...paths, template]);
  }
}
addPodTemplateKinds([...POD_TEMPLATE_KINDS, ...SEVERAL_TEMPLATES]);

/** Finds the pod template of an object, the first where there are several, or nothing if its kind has none or the object is not well formed. */
export function podTemplateOf(object: unknown): LocatedPodTemplate | undefined {
  return podTemplatesOf(object)[0];
}

/** Every pod template of an object, also those that are put together. */
export function podTemplatesOf(object: unknown): readonly LocatedPodTemplate[] {
  const paths = pathsOf(object);
  return paths.length === 0 ? assembledPods(object)
    : paths.flatMap(path => path.includes(EACH) ? expanded(object, path) : [path]).flatMap(path => podTemplateAt(object, path) ?? []);
}

/** The pod template at a path of an object, if there is one. */
export function podTemplateAt(object: unknown, path: readonly (string | number)[]): LocatedPodTemplate | undefined {
  let template: any = object;
  for (const key of path) {
    template = typeof template === 'object' && template !== null ? template[key] : undefined;
  }
  return isPodTemplate(template) ? { path, template } : undefined;
}

function assembledPods(object: unknown): readonly LocatedPodTemplate[] {
  if (!isObject(object) || !ASSEMBLED_KINDS.has(object.kind as string)) {
    return NO_TEMPLATES;
  }
  return ASSEMBLED.get(`${apiGroupOf(String(object.apiVersion))}/${object.kind}`)?.(object) ?? NO_TEMPLATES;
}

function pathsOf(object: unknown): Paths {
  if (!isObject(object) || typeof object.apiVersion !== 'string') {
    return NONE;
  }
  return groupsByKind.get(object.kind as string)?.get(apiGroupOf(object.apiVersion)) ?? NONE;
}

/** The paths that one with `*` stands for. */
function expanded(value: any, [key, ...rest]: readonly string[], before: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (key === undefined) {
    return [before];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const keys: readonly (string | number)[] = key !== EACH ? [key] : Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap(own => expanded(value[own], rest, [...before, own]));
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
