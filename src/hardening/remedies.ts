import { Control } from '../controls/control';
import { RemedyClass } from '../controls/remedy';
import { Subject } from '../controls/subject';
import { KubernetesVersion } from '../model/kubernetes-version';
import { isList } from '../model/list';
import { containersOf, podTemplateOf } from '../model/pod-template';

interface Json { [key: string]: any }

/** A field that a remedy filled in. */
export interface Filled {
  readonly control: string;
  /** From the object's root. */
  readonly path: readonly (string | number)[];
}

interface Subjected { readonly bindings: Json; readonly subject: Json; readonly path: readonly (string | number)[] }

/**
 * Fills in what is absent, so that the object, or each item of a List, satisfies the controls. What an author wrote is kept. The object is
 * changed in place. Applying it twice changes nothing.
 */
export function fillIn(object: Json, controls: readonly Control[], behavioural: boolean, target: KubernetesVersion): Filled[] {
  if (isList(object)) {
    return object.items.flatMap((entry, index) => fillIn(entry, controls, behavioural, target)
      .map(({ control, path }) => ({ control, path: ['items', index, ...path] })));
  }
  return controls.filter(({ remedy }) => remedy !== undefined && (behavioural || remedy.remedyClass !== RemedyClass.BEHAVIOURAL))
    .flatMap(control => fillOne(object, control, target));
}

function fillOne(object: Json, control: Control, target: KubernetesVersion): Filled[] {
  const judged = control._compile(control.expressionFor(target.toString()), target);
  const conditions = [control.when, control.remedy!.when].filter(condition => condition !== undefined)
    .map(condition => control._compile(condition, target));
  const filled: Filled[] = [];
  for (const { bindings, subject, path } of subjectsOf(object, control)) {
    if (conditions.some(condition => condition.evaluate(bindings) !== true) || judged.evaluate(bindings) === true) {
      continue;
    }
    for (const field of control.remedy!.fields) {
      const keys = field.path.split('.');
      if (setAbsent(subject, keys, field.value)) {
        filled.push({ control: control.id, path: [...path, ...keys] });
      }
    }
  }
  return filled;
}

function subjectsOf(object: Json, control: Control): Subjected[] {
  const params = control.parameters;
  const applies = control.kinds.length === 0 || control.kinds.includes(groupKindOf(object));
  if (!applies) {
    return [];
  }
  if (control.subject === Subject.OBJECT) {
    return [{ bindings: { object, params }, subject: object, path: [] }];
  }
  const located = podTemplateOf(object);
  if (located === undefined) {
    return [];
  }
  const pod = located.template;
  return control.subject === Subject.POD
    ? [{ bindings: { object, pod, params }, subject: pod as Json, path: located.path }]
    : [...containersOf(pod.spec)].map(({ list, index, container }) =>
      ({ bindings: { object, pod, container, params }, subject: container as Json, path: [...located.path, 'spec', list, index] }));
}

function groupKindOf({ apiVersion, kind }: Json): string {
  const slash = String(apiVersion).indexOf('/');
  return slash < 0 ? kind : `${apiVersion.slice(0, slash)}/${kind}`;
}

/** Sets a field unless it, or a parent that is not a mapping, is written. */
function setAbsent(owner: Json, [key, ...rest]: readonly string[], value: unknown): boolean {
  const present = owner[key];
  if (rest.length === 0) {
    if (present !== undefined && present !== null) {
      return false;
    }
    owner[key] = structuredClone(value);
    return true;
  }
  if (present === undefined || present === null) {
    owner[key] = {};
  } else if (typeof present !== 'object' || Array.isArray(present)) {
    return false;
  }
  return setAbsent(owner[key], rest, value);
}
