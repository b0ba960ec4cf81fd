import { substituted } from './substituted';
import { Unguarded } from './unguarded';
import { Control } from '../controls/control';
import { Requirement } from '../controls/requirement';
import { Subject } from '../controls/subject';
import { KubernetesVersion } from '../model/kubernetes-version';

/** A control as a policy asks for it. */
export interface Guarded {
  readonly control: Control;

  /** In CEL, over the variables of a policy: true where an object meets it, or it does not apply. */
  readonly holds: string;

  /** Whether it looks at labels, annotations or the name: a change of these makes it judge again. */
  readonly readsMetadata: boolean;

  /** Whether it looks at the containers of a pod as a whole. */
  readonly readsContainers: boolean;
}

/** The names of a control's expression, as a policy calls them; `container` is bound where it is judged. */
export const NAMES = { object: { expression: 'variables.object' }, pod: { expression: 'variables.pod' } };

/** Parts the controls into those that policies ask for and those they cannot. */
export function guarded(
  controls: readonly Requirement[], target: KubernetesVersion, parameters: { readonly [control: string]: any } = {},
): { readonly guarded: Guarded[]; readonly unguarded: Unguarded[] } {
  const unguarded: Unguarded[] = [];
  const result: Guarded[] = [];
  for (const control of controls) {
    const reason = reasonAgainst(control, target);
    if (reason !== undefined) {
      unguarded.push({ control: control.id, reason });
    } else {
      result.push(inPolicy(control as Control, target, { ...control.parameters, ...parameters[control.id] }));
    }
  }
  return { guarded: result, unguarded };
}

function reasonAgainst(control: Requirement, target: KubernetesVersion): string | undefined {
  if (!(control instanceof Control)) {
    return 'it reads other objects, and a policy sees one';
  }
  if (control.asWritten) {
    return 'it judges what an author wrote, and a policy sees what the API server made of it';
  }
  if (control._unguarded !== undefined) {
    return control._unguarded;
  }
  return control.expressionFor(target.toString()) === 'true' ? `it asks for nothing on Kubernetes ${target}` : undefined;
}

function inPolicy(control: Control, target: KubernetesVersion, params: { readonly [name: string]: unknown }): Guarded {
  const expression = control.expressionFor(target.toString());
  [expression, control.when].forEach(each => each !== undefined && control._compile(each, target));
  const written = (text: string) => substituted(text, { ...NAMES, params: { value: params } });
  const all = `${control.when ?? ''} ${expression}`;
  return {
    control,
    holds: control.when === undefined ? written(expression) : `!(${written(control.when)}) || (${written(expression)})`,
    readsMetadata: /metadata/.test(all),
    readsContainers: control.subject === Subject.POD && /[cC]ontainers/.test(all),
  };
}
