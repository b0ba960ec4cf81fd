import { literal } from './literal';
import { Variable } from './variables';
import { CONTAINER_LISTS, POD_TEMPLATE_KINDS } from '../model/pod-template';

const CONTAINERS = CONTAINER_LISTS.map(list => `variables.pod.?spec.?${list}.orValue([])`).join(' + ');
const OLD_CONTAINERS = CONTAINER_LISTS.map(list => `variables.oldPod.?spec.?${list}.orValue([])`).join(' + ');

/** What is chosen by where the pod template of a kind stands: a pod is its own template, most others have it at `spec.template`. */
function byPlace(choose: (template: readonly string[]) => string): string {
  const places = new Map<string, string[]>();
  POD_TEMPLATE_KINDS.forEach(({ kind, template }) => places.set(template.join('.'), [...places.get(template.join('.')) ?? [], kind]));
  const chosen = (path: string) => choose(path.split('.').filter(field => field !== ''));
  const most = [...places].reduce((left, right) => right[1].length > left[1].length ? right : left)[0];
  const others = [...places].filter(([path]) => path !== most).map(([path, kinds]) => `variables.object.kind in ${literal(kinds)} ? ${chosen(path)} : `);
  return `${others.join('')}${chosen(most)}`;
}

const templateOf = (object: string) => byPlace(path => path.length === 0 ? object : `${object}${path.map(field => `.?${field}`).join('')}.orValue({})`);
const same = (field: string) => `variables.pod.?spec[?${field}] == variables.oldPod.?spec[?${field}]`;

/** A resource of a kind that may leave its template out. */
const NOTHING = '!variables.pod.?spec.hasValue()';

/**
 * What controls of pods and containers are judged with. The ratchet: what did not change is not judged again, so that an object from before the
 * policy can be scaled and lose its finalizers. Of a Pod, which can hardly change, only new containers are judged.
 */
export const TEMPLATE_VARIABLES: readonly Variable[] = [
  { name: 'pod', expression: templateOf('variables.object') },
  { name: 'oldPod', expression: `variables.oldObject == null ? dyn({}) : ${templateOf('variables.oldObject')}` },
  { name: 'sameSpec', expression: `${NOTHING} || variables.oldObject != null && variables.pod.?spec == variables.oldPod.?spec` },
  {
    name: 'sameFrame',
    expression: `variables.sameSpec || variables.oldObject != null && [variables.pod, variables.oldPod].all(each, each.?spec.orValue({}).all(field, field in ${literal(CONTAINER_LISTS)} || ${same('field')}))`,
  },
  {
    name: 'sameMetadata',
    expression: `${NOTHING} || variables.oldObject != null && ["labels", "annotations"].all(field, variables.object.?metadata[?field] == variables.oldObject.?metadata[?field] && variables.pod.?metadata[?field] == variables.oldPod.?metadata[?field])`,
  },
  { name: 'allContainers', expression: CONTAINERS },
  {
    name: 'containers',
    expression: `variables.sameSpec ? [] : variables.allContainers.filter(container, !(variables.object.kind == "Pod" && variables.sameFrame && container in (${OLD_CONTAINERS})))`,
  },
];

/** Where the pod template stands, as a JSON patch has it. */
export const TEMPLATE_PATH: Variable = { name: 'path', expression: byPlace(path => literal(path.map(field => `/${field}`).join(''))) };
