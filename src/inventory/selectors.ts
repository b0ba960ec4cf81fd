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

type Index = SelectorIndex<Manifest>;
const indexes = new WeakMap<Inventory, Map<string, Index>>();

/** Those in a namespace, by the labels that they select. It is made once a run. */
export function selectorsIn(inventory: Inventory, where: Where, { name, groupKind, selectorOf }: Selectors): Index {
  let known = indexes.get(inventory);
  if (known === undefined) {
    indexes.set(inventory, known = new Map());
  }
  const key = JSON.stringify([name, where ?? null]);
  let index = known.get(key);
  if (index === undefined) {
    const selecting = inventory.ofKind(groupKind, where).filter(manifest => selectorOf(manifest) !== undefined);
    index = new SelectorIndex(selecting, manifest => selectorOf(manifest)!);
    known.set(key, index);
  }
  return index;
}
