import { IConstruct } from 'constructs';
import { copied, isApiObject, renderAs, Rendered } from './render';

/** The passes that run, by the root of their app: what was made in each, by what it was made for. */
const RUNNING = new WeakMap<IConstruct, Map<object, unknown>>();

/**
 * Runs something in which nothing of an app changes: every object is rendered once, and what is asked for with `onceAPass` is made once. Nothing
 * outlives it, so whatever is changed afterwards shows in the next. A pass within a pass is part of it.
 */
export function inOnePass<T>(root: IConstruct, act: () => T): T {
  if (isInPass(root)) {
    return act();
  }
  const restore: (() => void)[] = [];
  RUNNING.set(root, new Map());
  try {
    root.node.findAll().filter(isApiObject).forEach(apiObject => restore.push(renderOnce(apiObject)));
    return act();
  } finally {
    restore.forEach(undo => undo());
    RUNNING.delete(root);
  }
}

/** Whether an app is in a pass now. */
export function isInPass(root: IConstruct): boolean {
  return RUNNING.has(root);
}

/** What belongs to the key, made once in a pass of the construct's app. Outside of a pass it is made each time. */
export function onceAPass<T>({ node: { root } }: IConstruct, key: object, make: () => T): T {
  const made = RUNNING.get(root);
  if (made === undefined) {
    return make();
  }
  if (!made.has(key)) {
    made.set(key, make());
  }
  return made.get(key) as T;
}

/** An object's rendering to look at: whoever wants to change it asks the object itself, and gets one of his own. */
export function renderingOf(apiObject: Rendered): any {
  const { toJson } = apiObject as Rendered & { toJson: { kept?: () => any } };
  return toJson.kept === undefined ? apiObject.toJson() : toJson.kept();
}

function renderOnce(apiObject: Rendered): () => void {
  const original = apiObject.toJson;
  const kept = () => onceAPass(apiObject, apiObject, () => original.call(apiObject));
  return renderAs(apiObject, Object.assign(() => copied(kept()), { kept }));
}
