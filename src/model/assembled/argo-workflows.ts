import { AssembledPod, mapping, mappings, PodBuilder, withDefaults } from './assembly';

type Path = readonly (string | number)[];
interface Fields { readonly [field: string]: unknown }

/** What a template says itself, or the workflow for all of its templates. */
const OF_BOTH = [
  'nodeSelector', 'affinity', 'tolerations', 'schedulerName', 'serviceAccountName', 'automountServiceAccountToken', 'hostAliases', 'securityContext', 'activeDeadlineSeconds',
];
const OF_WORKFLOW = ['imagePullSecrets', 'hostNetwork', 'dnsPolicy', 'dnsConfig'];
const POD_FIELDS = [...OF_BOTH, ...OF_WORKFLOW, 'priorityClassName'];

/** The types of a template that run a container of the author's. */
const RUNS = ['container', 'script', 'containerSet'];

/**
 * The pods of a workflow of Argo: one for each template that runs containers, also of those that stand in a step or a task.
 *
 * Source: github.com/argoproj/argo-workflows/v3, pkg/apis/workflow/v1alpha1/workflow_types.go
 *
 * @param at where its specification stands
 */
export function podsOfWorkflow(object: unknown, at: Path): readonly AssembledPod[] {
  const spec = mapping(at.reduce((value: unknown, step) => mapping(value)[step], object));
  return mappings(spec.templates).flatMap(([index, template]) => templatesIn(template, [...at, 'templates', index]))
    .flatMap(({ template, path }) => podOf(template, path, spec, at));
}

interface Located { readonly template: Fields; readonly path: Path }

function templatesIn(template: Fields, path: Path): readonly Located[] {
  const steps = Array.isArray(template.steps) ? template.steps.flatMap((group, outer) =>
    mappings(group).map(([inner, step]) => ({ holder: step, path: [...path, 'steps', outer, inner] }))) : [];
  const tasks = mappings(mapping(template.dag).tasks).map(([index, task]) => ({ holder: task, path: [...path, 'dag', 'tasks', index] }));
  const inline = [...steps, ...tasks].flatMap(({ holder, path: own }) => holder.inline === undefined ? [] : templatesIn(mapping(holder.inline), [...own, 'inline']));
  return [{ template, path }, ...inline];
}

function podOf(written: Fields, path: Path, spec: Fields, at: Path): AssembledPod[] {
  const type = RUNS.find(each => written[each] !== undefined && written[each] !== null);
  if (type === undefined) {
    return [];
  }
  // Defaults for templates of another type say nothing of this one.
  const { container, script, containerSet, ...defaults } = mapping(spec.templateDefaults);
  const template = withDefaults(written, { ...defaults, [type]: { container, script, containerSet }[type] });
  const pod = new PodBuilder(path, POD_FIELDS);
  OF_BOTH.forEach(field => pod.field(field, [path, template], [at, spec]));
  OF_WORKFLOW.forEach(field => pod.field(field, [at, spec]));
  pod.field('priorityClassName', [path, template], [at, { priorityClassName: spec.podPriorityClassName }]);
  mappings(template.volumes).forEach(([index, volume]) => pod.volume(volume, [...path, 'volumes', index]));
  mappings(spec.volumes).forEach(([index, volume]) => pod.volume(volume, [...at, 'volumes', index]));
  mappings(spec.volumeClaimTemplates).forEach(([index, claim]) =>
    pod.volume({ name: mapping(claim.metadata).name, ephemeral: { volumeClaimTemplate: claim } }, [...at, 'volumeClaimTemplates', index]));
  mappings(template.initContainers).forEach(([index, each]) => pod.container('initContainers', each, [...path, 'initContainers', index]));
  if (type === 'containerSet') {
    mappings(mapping(template.containerSet).containers).forEach(([index, each]) => pod.container('containers', each, [...path, type, 'containers', index]));
  } else {
    pod.container('containers', { name: 'main', ...mapping(template[type]) }, [...path, type]);
  }
  mappings(template.sidecars).forEach(([index, each]) => pod.container('containers', each, [...path, 'sidecars', index]));
  [[template, path] as const, [spec, at] as const].forEach(([owner, place]) => owner.podSpecPatch !== undefined && pod.notRead([...place, 'podSpecPatch']));
  return [pod.built(withDefaults(template.metadata, spec.podMetadata), [...path, 'metadata'])];
}
