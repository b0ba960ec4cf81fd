import { ApiObject, JsonPatch } from 'cdk8s';
import { IConstruct } from 'constructs';

/** What is rendered with `toJson`: an object, or a chart of objects. */
export type Rendered = IConstruct & { toJson(): any };

/** What happens to an object at the last moment before it becomes YAML. It may change what it gets. */
export type LastStep = (rendered: any, apiObject: ApiObject) => any;

interface Last { readonly steps: Set<LastStep>; readonly patches: JsonPatch[] }

const LAST = Symbol.for('cdk8s-bulwark.hardening.render');

/**
 * Adds a last step to an object's rendering. cdk8s-plus-28 drops fields newer than 1.28 from its own, so this runs after it. Adding the same step
 * twice is adding it once.
 */
export function addLastStep(apiObject: ApiObject, step: LastStep): void {
  lastOf(apiObject).steps.add(step);
}

/** Patches that are applied after everything else, and so survive. */
export function addOverride(apiObject: ApiObject, ...patches: JsonPatch[]): void {
  lastOf(apiObject).patches.push(...patches);
}

/** Renders a construct in another way, and returns what undoes it. */
export function renderAs(construct: Rendered, rendering: () => any): () => void {
  const own = Object.hasOwn(construct, 'toJson') ? construct.toJson : undefined;
  construct.toJson = rendering;
  return () => {
    if (own === undefined) {
      delete (construct as Partial<Rendered>).toJson;
    } else {
      construct.toJson = own;
    }
  };
}

/** Told apart by its methods: it is asked while it is being made, and any line and copy of cdk8s is served. */
export function isApiObject(construct: IConstruct): construct is ApiObject {
  return 'toJson' in construct && 'addJsonPatch' in construct;
}

/** A copy of what is rendered: plain JSON, in a tenth of the time that structuredClone takes. What is not plain is kept as it is. */
export function copied(value: any): any {
  if (Array.isArray(value)) {
    return value.map(copied);
  }
  if (!isPlain(value)) {
    return value;
  }
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    copy[key] = copied(value[key]);
  }
  return copy;
}

/** Also in a program that runs in a realm of its own, as in a test runner. */
function isPlain(value: unknown): value is Record<string, unknown> {
  const prototype = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : null;
  return prototype === Object.prototype || prototype?.constructor?.name === 'Object';
}

/** The last steps of an object, which is made to take them when it is first asked for them. */
function lastOf(apiObject: ApiObject): Last {
  const holder = apiObject as ApiObject & { [LAST]?: Last };
  return holder[LAST] ??= takingLastSteps(apiObject);
}

function takingLastSteps(apiObject: ApiObject): Last {
  const last: Last = { steps: new Set(), patches: [] };
  const original = apiObject.toJson.bind(apiObject);
  renderAs(apiObject, () => {
    let rendered = original();
    last.steps.forEach(step => { rendered = step(rendered, apiObject); });
    return last.patches.length === 0 ? rendered : JsonPatch.apply(rendered, ...last.patches);
  });
  return last;
}
