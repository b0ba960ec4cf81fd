import { fill, filling, Filling, rewrite } from './fill';
import { KINDS, QUANTITIES } from './kind-defaults';
import { POD, POD_QUANTITIES, POD_SPEC, TOLERATIONS } from './pod-defaults';
import { withServiceAccountToken } from './service-account-token';
import { METADATA_NAME } from '../namespace';
import { Inventory } from '../../../inventory/inventory';
import { JsonObject, Manifest } from '../../../inventory/manifest';
import { canonicalQuantity } from '../../quantity';

type Open = { [field: string]: any };

const tables = new Map<string, readonly Filling[]>();
const POD_SPEC_TABLE = filling(POD_SPEC);
const POD_TABLE = filling(POD);

/** What of an object follows from other fields of it, beyond a default. */
const DERIVED: { readonly [groupKind: string]: (object: Open, inventory: Inventory) => void } = {
  Pod(pod, inventory) {
    fill(pod, POD_TABLE);
    const { tolerations } = pod.spec;
    pod.spec.tolerations = [...tolerations, ...TOLERATIONS.filter(({ key }) => !tolerations.some((own: Open) => (own.key ?? key) === key && (own.effect ?? 'NoExecute') === 'NoExecute'))];
    withServiceAccountToken(pod, inventory);
  },
  Namespace(namespace) {
    namespace.metadata = { ...namespace.metadata, labels: { ...namespace.metadata?.labels, [METADATA_NAME]: namespace.metadata?.name } };
  },
  Secret(secret) {
    const { stringData } = secret;
    if (typeof stringData === 'object') {
      secret.data = { ...secret.data, ...Object.fromEntries(Object.entries(stringData).map(([key, value]) => [key, Buffer.from(String(value)).toString('base64')])) };
      delete secret.stringData;
    }
  },
};

/**
 * The object as policies see it when it is created: with every default of the API server that an expression is likely to look at. What only a
 * cluster can choose (addresses, the names of its storage classes, times) is not there.
 */
export function admittedInFull(manifest: Manifest, inventory: Inventory): JsonObject {
  const { groupKind, pod } = manifest;
  const object: Open = structuredClone(manifest.object);
  fill(object, tableOf(groupKind));
  if (pod !== undefined) {
    const { spec } = pod.path.reduce((value, field) => value[field], object);
    fill(spec, POD_SPEC_TABLE);
    rewrite(spec, POD_QUANTITIES, canonicalQuantity);
  }
  rewrite(object, own(QUANTITIES, groupKind) ?? [], canonicalQuantity);
  own(DERIVED, groupKind)?.(object, inventory);
  return object;
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
