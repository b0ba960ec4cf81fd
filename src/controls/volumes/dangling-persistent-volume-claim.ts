import { Inventory, Where } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { absentFrom, judgeReferences, lookUp, Reference } from '../reference-judgement';

/** A pod whose claim is missing waits for it. */
export const danglingPersistentVolumeClaim = new InventoryControl({
  id: 'dangling-persistent-volume-claim',
  title: 'PersistentVolumeClaims of pods exist',
  recommendation: '9.2',
  severity: Severity.MEDIUM,
  kinds: [],
  field: 'spec.volumes',
  where: ({ pod }) => pod !== undefined,
  judge: (manifest, inventory) => judgeReferences(claims(manifest, inventory), inventory),
  message: 'a PersistentVolumeClaim that it mounts is not there: its pods stay pending',
  remediation: 'make the PersistentVolumeClaim, or correct claimName',
  references: [],
});

function claims({ pod, namespace }: Manifest, inventory: Inventory): readonly Reference[] {
  const volumes = (pod?.template.spec.volumes ?? []) as readonly JsonObject[];
  return volumes.flatMap(({ persistentVolumeClaim }, index) => persistentVolumeClaim === undefined ? [] : [{
    resolution: lookUp(namespace, where => inventory.find('PersistentVolumeClaim', where, persistentVolumeClaim.claimName) !== undefined
      || isOfStatefulSet(inventory, where, persistentVolumeClaim.claimName)),
    fault: {
      path: [...pod!.path, 'spec', 'volumes', index, 'persistentVolumeClaim'],
      message: `it mounts PersistentVolumeClaim "${persistentVolumeClaim.claimName}", ${absentFrom(namespace)}`,
    },
  }]);
}

/** A StatefulSet makes claims by the names of its template, itself and the number of the pod. */
function isOfStatefulSet(inventory: Inventory, where: Where, claim: string): boolean {
  return inventory.ofKind('apps/StatefulSet', where).some(({ name, object }) => (object.spec?.volumeClaimTemplates ?? [])
    .some(({ metadata }: JsonObject) => claim.startsWith(`${metadata?.name}-${name}-`) && /^\d+$/.test(claim.slice(`${metadata?.name}-${name}-`.length))));
}
