import { IConstruct } from 'constructs';
import { JsonObject } from '../inventory/manifest';

/** Objects that a controller of the cluster makes for a construct, and so nobody writes. A quota counts them all the same. */
const MADE = new WeakMap<IConstruct, () => readonly JsonObject[]>();

/** Says what a controller will make for a construct, as it is when it is asked. */
export function countAlso(construct: IConstruct, objects: () => readonly JsonObject[]): void {
  MADE.set(construct, objects);
}

/** What controllers will make for constructs. */
export function madeFor(constructs: readonly IConstruct[]): { readonly object: JsonObject; readonly constructPath: string }[] {
  return constructs.flatMap(construct => (MADE.get(construct)?.() ?? []).map(object => ({ object, constructPath: construct.node.path })));
}
