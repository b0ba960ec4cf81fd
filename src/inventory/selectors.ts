import { Inventory, Where } from './inventory';
import { LabelSelector } from './label-selector';
import { Manifest } from './manifest';
import { SelectorIndex } from './selector-index';

/** Objects that select others by labels, such as the NetworkPolicies that isolate. */
export interface Selectors {
  /** Unique among them. */
  readonly name: string;
  readonly groupKind: string;

  /** @returns what an object selects, or nothing where it is none of them */
  readonly selectorOf: (manifest: Manifest) => LabelSelector | undefined;
}

/** An object that selects others. */
export interface Selecting { readonly manifest: Manifest; readonly selector: LabelSelector }

/** Those in a namespace, by the labels that they select. It is made once a run. */
export function selectorsIn(inventory: Inventory, where: Where, { name, groupKind, selectorOf }: Selectors): SelectorIndex<Selecting> {
  return inventory.once(`selectors ${name}`, where, () => {
    const selecting = inventory.ofKind(groupKind, where).map(manifest => ({ manifest, selector: selectorOf(manifest) }));
    return new SelectorIndex(selecting.filter((entry): entry is Selecting => entry.selector !== undefined), ({ selector }) => selector);
  });
}
