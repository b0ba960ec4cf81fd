import { Fault, Judgement, Outcome } from './inventory-control';
import { Inventory } from '../inventory/inventory';
import { LabelSelector } from '../inventory/label-selector';

/** How sure it is that what a manifest refers to is there. */
export enum Sight {
  FOUND,

  /** It could lie outside the input. */
  UNSEEN,

  /** There is one that a namespace chosen on apply makes the right one, or the wrong one: no input decides it. */
  PERHAPS,

  /** What was found does not fit, whatever else there is. */
  WRONG,
}

/** One reference of a manifest, and what came of looking for it. */
export interface Reference extends Fault {
  readonly sight: Sight;
}

/** What a reference looks for. A missing namespace means that the kind has none. */
export interface Target {
  readonly path: readonly (string | number)[];
  readonly groupKind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** A manifest without references is none of the control's business; what is unseen fails only where the input is everything there is. */
export function judgeReferences(references: readonly Reference[], inventory: Inventory): Judgement {
  const faults = references.filter(({ sight }) => sight === Sight.WRONG || (sight === Sight.UNSEEN && inventory.complete))
    .map(({ path, message }) => ({ path, message }));
  return {
    outcome: references.length === 0 ? Outcome.NOT_APPLICABLE : faults.length > 0 ? Outcome.FAILED
      : references.every(({ sight }) => sight === Sight.FOUND) ? Outcome.PASSED : Outcome.UNDETERMINED,
    faults,
  };
}

/** Looks for an object by name. */
export function lookFor({ path, groupKind, namespace, name }: Target, inventory: Inventory): Reference {
  const sight = sightIn(namespace, inventory, place => inventory.find(groupKind, place, name) !== undefined);
  const kind = groupKind.slice(groupKind.indexOf('/') + 1);
  return { path, sight, message: `${kind} "${name}" does not exist${namespace === undefined ? '' : ` in ${described(namespace)}`}` };
}

/** Looks for workloads whose pods a selector matches. */
export function lookForPods(path: readonly (string | number)[], namespace: string, selector: LabelSelector, inventory: Inventory): Reference {
  const sight = sightIn(namespace, inventory, place => inventory.selected(place, selector).length > 0);
  return { path, sight, message: `it selects no pod: no workload in ${described(namespace)} has the labels ${selectorText(selector)}` };
}

/** Whether something is in a namespace, or in one that could turn out to be it. */
export function sightIn(namespace: string | undefined, inventory: Inventory, isIn: (namespace: string) => boolean): Sight {
  if (isIn(namespace ?? '')) {
    return Sight.FOUND;
  }
  return namespace !== undefined && inventory.namespacesPerhaps(namespace).some(isIn) ? Sight.PERHAPS : Sight.UNSEEN;
}

/** A namespace as messages name it. */
export function described(namespace: string): string {
  return namespace === '' ? 'the namespace it is applied to' : `namespace ${namespace}`;
}

function selectorText({ matchLabels, matchExpressions }: LabelSelector): string {
  return [
    ...Object.entries(matchLabels ?? {}).map(([label, value]) => `${label}=${value}`),
    ...(matchExpressions ?? []).map(({ key, operator, values }) => `${key} ${operator}${values === undefined ? '' : ` (${values.join(', ')})`}`),
  ].join(', ') || 'it asks for';
}
