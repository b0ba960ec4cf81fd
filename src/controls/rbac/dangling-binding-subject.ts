import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl } from '../inventory-control';
import { absentFrom, judgeReferences, lookUp, Reference, Resolution, unlessOfCluster } from '../reference-judgement';

/** A role that is bound to an account nobody made waits for whoever makes one of that name. Users and groups are no objects, and not judged. */
export const danglingBindingSubject = new InventoryControl({
  id: 'dangling-binding-subject',
  title: 'Service accounts that roles are bound to exist',
  recommendation: '8.7',
  severity: Severity.LOW,
  kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  field: 'subjects',
  judge: (manifest, inventory) => judgeReferences(accounts(manifest, inventory), inventory),
  message: 'it binds a service account that is not there: whoever makes one of that name gets its rights',
  remediation: 'make the ServiceAccount, or remove the subject',
  references: [Nsa.RBAC, Owasp.K02],
});

function accounts(manifest: Manifest, inventory: Inventory): readonly Reference[] {
  const subjects: readonly JsonObject[] = manifest.object.subjects ?? [];
  if (!Array.isArray(subjects)) {
    throw new Error('subjects is no list, which the API server refuses: write one entry for each');
  }
  return subjects.flatMap(({ kind, name, namespace = manifest.namespace }, index) => kind !== 'ServiceAccount' ? [] : [{
    resolution: resolve(namespace, name, inventory),
    fault: { path: ['subjects', index], message: `it binds ServiceAccount "${name}", ${absentFrom(namespace)}` },
  }]);
}

/** Every namespace has a default account. */
function resolve(namespace: string, name: string, inventory: Inventory): Resolution {
  if (name === 'default') {
    return Resolution.FOUND;
  }
  return unlessOfCluster(lookUp(namespace, where => inventory.find('ServiceAccount', where, name) !== undefined), namespace);
}
