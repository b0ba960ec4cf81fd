import { AssembledPod, mapping, mappings, PodBuilder, withDefaults } from './assembly';

type Path = readonly (string | number)[];
interface Fields { readonly [field: string]: unknown }

/** What a run says of its pods. A task alone says nothing of them but volumes. */
const POD_FIELDS = [
  'nodeSelector', 'tolerations', 'affinity', 'securityContext', 'runtimeClassName', 'automountServiceAccountToken', 'dnsPolicy', 'dnsConfig', 'enableServiceLinks',
  'priorityClassName', 'schedulerName', 'imagePullSecrets', 'hostAliases', 'hostNetwork', 'topologySpreadConstraints',
];
const STEP_FIELDS = [
  'name', 'image', 'command', 'args', 'workingDir', 'envFrom', 'env', 'resources', 'volumeMounts', 'volumeDevices', 'imagePullPolicy', 'securityContext',
];
const SIDECAR_FIELDS = [
  ...STEP_FIELDS, 'ports', 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle', 'terminationMessagePath', 'terminationMessagePolicy', 'stdin', 'stdinOnce', 'tty', 'restartPolicy',
];

/** What a run says of the pod of a task, and where. */
interface Run { readonly pod: Fields; readonly podPath: Path; readonly account: Fields; readonly accountPath: Path }

/** Finds the pods that an object of Tekton makes. */
type PodsOf = (object: Fields) => readonly AssembledPod[];

/**
 * The pods of Tekton: one for each task that is written in the object. The steps of a task are its containers. A run of a task that is written elsewhere is a pod
 * whose containers nobody knows here.
 *
 * Source: github.com/tektoncd/pipeline, pkg/apis/pipeline/v1 and v1beta1
 */
export const PODS_OF_TEKTON: { readonly [kind: string]: PodsOf } = {
  Task: object => [podOf(object, mapping(object.spec), ['spec'])],
  ClusterTask: object => [podOf(object, mapping(object.spec), ['spec'])],
  Pipeline: object => embedded(mapping(object.spec), ['spec']).map(({ task, path }) => podOf(object, task, path)),
  TaskRun: object => {
    const spec = mapping(object.spec);
    const run = { pod: mapping(spec.podTemplate), podPath: ['spec', 'podTemplate'], account: spec, accountPath: ['spec'] };
    return [isWritten(spec.taskSpec) ? podOf(object, mapping(spec.taskSpec), ['spec', 'taskSpec'], run) : podOf(object, {}, ['spec', 'podTemplate'], run)];
  },
  PipelineRun: object => {
    const spec = mapping(object.spec);
    const tasks = embedded(mapping(spec.pipelineSpec), ['spec', 'pipelineSpec']);
    const general = runOf(spec);
    return tasks.length === 0 ? [podOf(object, {}, general.podPath, general)]
      : tasks.map(({ name, task, path }) => podOf(object, task, path, ofTask(spec, name) ?? general));
  },
};

/** In v1 what is for all tasks stands in a mapping of its own, before in the specification. */
function runOf(spec: Fields): Run {
  const isOld = isWritten(spec.podTemplate) || isWritten(spec.serviceAccountName);
  const [owner, path] = isOld ? [spec, ['spec']] : [mapping(spec.taskRunTemplate), ['spec', 'taskRunTemplate']];
  return { pod: mapping(owner.podTemplate), podPath: [...path, 'podTemplate'], account: owner, accountPath: path };
}

/** What a run of a pipeline says of one task, with what it says of all. */
function ofTask(spec: Fields, name: unknown): Run | undefined {
  const found = mappings(spec.taskRunSpecs).find(([, { pipelineTaskName }]) => pipelineTaskName === name);
  if (found === undefined) {
    return undefined;
  }
  const [index, own] = found;
  const general = runOf(spec);
  const path = ['spec', 'taskRunSpecs', index];
  const names = (fields: Fields) => isWritten(fields.serviceAccountName ?? fields.taskServiceAccountName);
  return {
    pod: withDefaults(own.podTemplate ?? own.taskPodTemplate, general.pod),
    podPath: isWritten(own.podTemplate) ? [...path, 'podTemplate'] : general.podPath,
    account: names(own) ? { serviceAccountName: own.serviceAccountName ?? own.taskServiceAccountName } : general.account,
    accountPath: names(own) ? path : general.accountPath,
  };
}

interface Embedded { readonly name: unknown; readonly task: Fields; readonly path: Path }

/** The tasks that are written in a pipeline, also in a pipeline within. A custom task, which has a kind of its own, makes no pod that we know. */
function embedded(pipeline: Fields, at: Path): readonly Embedded[] {
  return ['tasks', 'finally'].flatMap(list => mappings(pipeline[list]).flatMap(([index, { name, taskSpec, pipelineSpec }]) => [
    ...isWritten(taskSpec) && mapping(taskSpec).apiVersion === undefined ? [{ name, task: mapping(taskSpec), path: [...at, list, index, 'taskSpec'] }] : [],
    ...isWritten(pipelineSpec) ? embedded(mapping(pipelineSpec), [...at, list, index, 'pipelineSpec']) : [],
  ]));
}

function podOf({ metadata }: Fields, task: Fields, path: Path, run?: Run): AssembledPod {
  const pod = new PodBuilder(path, run === undefined ? [] : [...POD_FIELDS, 'serviceAccountName']);
  if (run !== undefined) {
    POD_FIELDS.forEach(field => pod.field(field, [run.podPath, run.pod]));
    pod.field('serviceAccountName', [run.accountPath, run.account]);
  }
  mappings(task.volumes).forEach(([index, volume]) => pod.volume(volume, [...path, 'volumes', index]));
  mappings(run?.pod.volumes).forEach(([index, volume]) => pod.volume(volume, [...run!.podPath, 'volumes', index]));
  // A step that refers to a StepAction gets its image and securityContext from there.
  mappings(task.steps).filter(([, { ref }]) => !isWritten(ref)).forEach(([index, step]) =>
    addContainer(pod, withDefaults(step, task.stepTemplate), `step-${index}`, [...path, 'steps', index], STEP_FIELDS));
  mappings(task.sidecars).forEach(([index, sidecar]) => addContainer(pod, sidecar, `sidecar-${index}`, [...path, 'sidecars', index], SIDECAR_FIELDS));
  // Labels of the object, and those of a task that is written in it, become those of the pod.
  const { labels, annotations } = withDefaults(task.metadata, metadata);
  return pod.built({ ...labels === undefined ? {} : { labels }, ...annotations === undefined ? {} : { annotations } }, ['metadata']);
}

/** What a container needs is called computeResources since v1, and resources before. */
function addContainer(pod: PodBuilder, written: Fields, name: string, path: Path, fields: readonly string[]): void {
  const { computeResources, ...container } = written;
  const resources = computeResources ?? container.resources;
  pod.container('containers', { name, ...container, ...isWritten(resources) ? { resources } : {} }, path, fields);
  if (container.resources === undefined) {
    pod.renamed('containers', 'resources', 'computeResources');
  }
}

function isWritten(value: unknown): boolean {
  return value !== undefined && value !== null;
}
