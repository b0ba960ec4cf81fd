import { Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl, Outcome } from '../inventory-control';
import { Subject } from '../subject';
import { serviceAccountName } from './service-account-name';

/** The identity of a workload that names one. Pods that a workload made have its own. */
function identityOf(manifest: Manifest): string | undefined {
  const { name = '' } = serviceAccountName(manifest);
  return name === '' || name === 'default' || manifest.object.metadata?.ownerReferences !== undefined ? undefined : `${manifest.namespace}\0${name}`;
}

/** Workloads that share an identity cannot be told apart: what one may, all may. The default account is found by a control of its own. */
export const sharedServiceAccount = new InventoryControl({
  id: 'shared-service-account',
  title: 'Workloads do not share a service account',
  recommendation: '5.2',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.serviceAccountName',
  judge: (manifest, inventory) => {
    const identity = identityOf(manifest);
    if (identity === undefined) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const other = inventory.by('identity', identityOf).get(identity)!.find(({ name, groupKind }) => name !== manifest.name || groupKind !== manifest.groupKind);
    return other === undefined ? { outcome: Outcome.PASSED } : {
      outcome: Outcome.FAILED,
      faults: [{
        path: [...manifest.pod!.path, 'spec', serviceAccountName(manifest).field],
        message: `${other.kind}/${other.name} has the same identity: what one may, both may`,
      }],
    };
  },
  message: 'another workload has the same identity: what one may, both may',
  remediation: 'give each workload a ServiceAccount of its own',
  references: [Cis.k8s('5.1.5'), Owasp.K09],
});
