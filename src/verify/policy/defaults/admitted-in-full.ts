import { fillFromSchema } from './custom-resource-defaults';
import { DERIVED } from './derived';
import { fill, filling, Filling, rewrite } from './fill';
import { KINDS, QUANTITIES, ZEROS } from './kind-defaults';
import { POD_QUANTITIES, POD_SPEC, POD_ZEROS } from './pod-defaults';
import { dropEmpty, withoutZero } from './zero';
import { Inventory } from '../../../inventory/inventory';
import { JsonObject, Manifest } from '../../../inventory/manifest';
import { admittedPodSpec, withoutNulls } from '../../normalize';
import { canonicalQuantity } from '../../quantity';
import { customResources } from '../resource';

type Open = { [field: string]: any };

const tables = new Map<string, readonly Filling[]>();
const POD_SPEC_TABLE = filling(POD_SPEC);
const TEMPLATE_TABLE = filling([['metadata', {}]]);

/**
 * The object as policies see it when it is created: with every default of the API server that an expression is likely to look at. What only a
 * cluster can choose (addresses, the names of its storage classes, times) is not there.
 */
export function admittedInFull({ groupKind, pod, written }: Manifest, inventory: Inventory): JsonObject {
  const object: Open = structuredClone(withoutNulls(written));
  const custom = customResources(inventory).get(groupKind);
  if (custom !== undefined) {
    fillFromSchema(object, custom.versions?.find(({ name }) => object.apiVersion.endsWith(`/${name}`))?.schema?.openAPIV3Schema);
    return object;
  }
  if (own(KINDS, groupKind) !== undefined || pod !== undefined) {
    dropEmpty(object);
  }
  rewrite(object, own(ZEROS, groupKind) ?? [], withoutZero);
  if (pod !== undefined && pod.assembly === undefined) {
    admitTemplate(object, pod.path);
  }
  fill(object, tableOf(groupKind));
  rewrite(object, own(QUANTITIES, groupKind) ?? [], canonicalQuantity);
  own(DERIVED, groupKind)?.(object, inventory);
  return object;
}

/** A template gets what a pod gets that does not depend on the pod being made. */
function admitTemplate(object: Open, path: readonly (string | number)[]): void {
  const template = path.reduce((value, field) => value[field], object);
  const isPod = path.length === 0;
  // Requests follow from limits when pods are made, as do ports of the host.
  const { volumes } = admittedPodSpec({ volumes: template.spec.volumes }, false);
  template.spec = isPod ? admittedPodSpec(template.spec, true) : { ...template.spec, volumes };
  rewrite(template.spec, POD_ZEROS, withoutZero);
  fill(template, TEMPLATE_TABLE);
  fill(template.spec, POD_SPEC_TABLE);
  rewrite(template.spec, POD_QUANTITIES, canonicalQuantity);
}

function tableOf(groupKind: string): readonly Filling[] {
  let table = tables.get(groupKind);
  if (table === undefined) {
    table = filling(own(KINDS, groupKind) ?? []);
    tables.set(groupKind, table);
  }
  return table;
}

function own<T>(table: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined;
}
