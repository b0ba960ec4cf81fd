import { ApiObject, JsonPatch } from 'cdk8s';
import './chart-rendering';
import { copied } from './copied';
import { isInPass, onceAPass } from './pass';

const WRAPPED = Symbol.for('cdk8s-bulwark.hardening.render');

/** What happens to an object at the last moment before it becomes YAML. */
export type LastStep = (rendered: any, apiObject: ApiObject) => any;

interface Wrapped {
  [WRAPPED]?: { steps: Set<LastStep>; patches: JsonPatch[] };
}

/**
 * Adds a last step to an object's rendering. cdk8s-plus-28 drops fields newer than 1.28 from its own, so this runs after it. Nothing is kept:
 * every synth renders anew, and a later change shows in it. Adding the same step twice is adding it once.
 */
export function addLastStep(apiObject: ApiObject, step: LastStep): void {
  wrapped(apiObject).steps.add(step);
}

/** Patches that are applied after everything else, and so survive. */
export function addOverride(apiObject: ApiObject, ...patches: JsonPatch[]): void {
  wrapped(apiObject).patches.push(...patches);
}

function wrapped(apiObject: ApiObject): { steps: Set<LastStep>; patches: JsonPatch[] } {
  const holder = apiObject as ApiObject & Wrapped;
  if (holder[WRAPPED] === undefined) {
    const state = { steps: new Set<LastStep>(), patches: [] as JsonPatch[] };
    holder[WRAPPED] = state;
    const original = apiObject.toJson.bind(apiObject);
    const render = () => {
      const rendered = [...state.steps].reduce((object, step) => step(object, apiObject), copied(original()));
      return state.patches.length === 0 ? rendered : JsonPatch.apply(rendered, ...state.patches);
    };
    // Who gets a rendering may change it: each gets one of its own.
    apiObject.toJson = () => isInPass() ? copied(onceAPass(render, render)) : render();
  }
  return holder[WRAPPED]!;
}
