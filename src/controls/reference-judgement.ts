import { Fault, Judgement, Outcome } from './inventory-control';
import { Inventory, Where } from '../inventory/inventory';
import { LabelSelector } from '../inventory/label-selector';
import { Manifest } from '../inventory/manifest';

/** How a reference came out. */
export enum Resolution {
  FOUND = 'found',

  /** What is there could be what it refers to, once somebody chooses a namespace or a program fills it in: no completeness of the input decides that. */
  OPEN = 'open',

  /** Nothing in the input is what it refers to. */
  MISSING = 'missing',

  /** What it refers to is in the input, and lacks what is asked of it: nothing outside the input mends that. */
  BROKEN = 'broken',
}

/** A reference from one object to another, or to something the other holds. */
export interface Reference {
  readonly fault: Fault;
  readonly resolution: Resolution;
}

/** What follows from an object's references: those that lead nowhere are faults where the input is complete, and open where it is not. */
export function judgeReferences(references: readonly Reference[], inventory: Inventory): Judgement {
  if (references.length === 0) {
    return { outcome: Outcome.NOT_APPLICABLE };
  }
  const wrong = ({ resolution }: Reference) => resolution === Resolution.BROKEN || inventory.complete && resolution === Resolution.MISSING;
  const faults = references.filter(wrong).map(({ fault }) => fault);
  if (faults.length > 0) {
    return { outcome: Outcome.FAILED, faults };
  }
  return { outcome: references.every(({ resolution }) => resolution === Resolution.FOUND) ? Outcome.PASSED : Outcome.UNDETERMINED };
}

/**
 * Looks in a namespace for something. An object that names no namespace gets one on apply, together with the others that name none; whether that
 * is the namespace of one that names its own, nobody knows yet.
 */
export function lookUp(namespace: string, isThere: (where: Where) => boolean): Resolution {
  if (isThere(namespace)) {
    return Resolution.FOUND;
  }
  return isThere(namespace === '' ? undefined : '') ? Resolution.OPEN : Resolution.MISSING;
}

/** The cluster's own controllers fill kube-system: what is missing there may be theirs. */
export function unlessOfCluster(resolution: Resolution, namespace: string): Resolution {
  return resolution === Resolution.MISSING && namespace === 'kube-system' ? Resolution.OPEN : resolution;
}

/** The end of a message about something that is missing. */
export function absentFrom(namespace: string): string {
  return `which is not there${namespace === '' ? '' : ` in namespace ${namespace}`}`;
}

/** A reference by name in the same namespace, and what is asked of the object where it is found. */
export function named(
  { namespace }: Manifest, inventory: Inventory, groupKind: string, name: string, path: Fault['path'], lacks: (target: Manifest) => string | undefined = () => undefined,
): Reference {
  const kind = groupKind.split('/').pop();
  const target = inventory.find(groupKind, namespace, name);
  const lack = target === undefined ? undefined : lacks(target);
  if (lack !== undefined) {
    return { resolution: Resolution.BROKEN, fault: { path, message: `it refers to ${kind} "${name}", ${lack}` } };
  }
  return {
    resolution: lookUp(namespace, place => inventory.find(groupKind, place, name) !== undefined),
    fault: { path, message: `it refers to ${kind} "${name}", ${absentFrom(namespace)}` },
  };
}

/** A reference by labels to pods in the same namespace. */
export function selecting({ namespace }: Manifest, inventory: Inventory, selector: LabelSelector, path: Fault['path']): Reference {
  return { resolution: lookUp(namespace, place => inventory.selected(place, selector).length > 0), fault: { path } };
}
