import { Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl, Outcome } from '../inventory-control';

/** The identity of a workload that names one. */
function identityOf({ namespace, pod }: Manifest): string | undefined {
  const name = pod?.template.spec.serviceAccountName;
  return name === undefined || name === '' || name === 'default' ? undefined : `${namespace}\0${name}`;
}

/** Workloads that share an identity cannot be told apart: what one may, all may. */
export const sharedServiceAccount = new InventoryControl({
  id: 'shared-service-account',
  title: 'Workloads do not share a service account',
  recommendation: '5.2',
  severity: Severity.LOW,
  field: 'spec.serviceAccountName',
  judge: (manifest, inventory) => {
    const identity = identityOf(manifest);
    if (identity === undefined) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const other = inventory.by('identity', identityOf).get(identity)!.find(({ name, groupKind }) => name !== manifest.name || groupKind !== manifest.groupKind);
    return {
      outcome: other === undefined ? Outcome.PASSED : Outcome.FAILED,
      faults: [{
        path: [...manifest.pod!.path, 'spec', 'serviceAccountName'],
        message: `${other?.kind}/${other?.name} has the same identity: what one may, both may`,
      }],
    };
  },
  message: 'another workload has the same identity',
  remediation: 'give each workload a ServiceAccount of its own',
  references: [Cis.k8s('5.1.5'), Owasp.K09],
});
