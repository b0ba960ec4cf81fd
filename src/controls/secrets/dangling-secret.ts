import { Inventory } from '../../inventory/inventory';
import { JsonObject } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { DataKind, dataReferences } from '../configuration/data-references';
import { InventoryControl } from '../inventory-control';
import { judgeReferences } from '../reference-judgement';
import { Subject } from '../subject';

/** What makes Secrets, and under which names. */
const MAKERS: { readonly [groupKind: string]: (object: JsonObject) => readonly unknown[] } = {
  'external-secrets.io/ExternalSecret': ({ metadata, spec }) => [spec?.target?.name ?? metadata?.name],
  'bitnami.com/SealedSecret': ({ metadata }) => [metadata?.name],
  'cert-manager.io/Certificate': ({ spec }) => [spec?.secretName],
  'secrets-store.csi.x-k8s.io/SecretProviderClass': ({ spec }) => (spec?.secretObjects ?? []).map(({ secretName }: JsonObject) => secretName),
  'secrets.hashicorp.com/VaultStaticSecret': ({ spec }) => [spec?.destination?.name],
  'secrets.hashicorp.com/VaultDynamicSecret': ({ spec }) => [spec?.destination?.name],
};

/** The names of the Secrets that others make, by inventory: in each namespace, and in any. */
const made = new WeakMap<Inventory, ReadonlySet<string>>();

function isMade(inventory: Inventory, where: string | undefined, name: string): boolean {
  let names = made.get(inventory);
  if (names === undefined) {
    names = new Set(Object.entries(MAKERS).flatMap(([groupKind, namesOf]) => inventory.ofKind(groupKind)
      .flatMap(({ namespace, object }) => namesOf(object).flatMap(secret => [`${namespace}/${secret}`, `*/${secret}`]))));
    made.set(inventory, names);
  }
  return names.has(`${where ?? '*'}/${name}`);
}

const SECRET: DataKind = {
  kind: 'Secret', environment: 'secretKeyRef', allOfIt: 'secretRef', volume: 'secret', volumeName: 'secretName', provided: isMade,
};

/**
 * A container whose Secret or key is missing does not start. Secrets are rightly kept out of manifests: one that is in none of them is only
 * missing where the input is said to be complete and nothing in it makes Secrets of that name.
 */
export const danglingSecret = new InventoryControl({
  id: 'dangling-secret',
  title: 'Secrets of pods exist and have the keys',
  recommendation: '10.3',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec',
  judge: (manifest, inventory) => judgeReferences(dataReferences(manifest, inventory, SECRET), inventory),
  message: 'a Secret that it refers to is not there: it does not start',
  remediation: 'add what makes it, such as an ExternalSecret, correct the name or key, or set optional where it may be missing',
  references: [],
});
