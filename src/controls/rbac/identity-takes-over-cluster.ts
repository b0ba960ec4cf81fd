import { Access, Step } from '../../inventory/access/access';
import { Inventory } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl, Outcome } from '../inventory-control';
import { serviceAccountName } from '../service-account/service-account-name';
import { Subject } from '../subject';

const told = ({ does, where, binding, becomes }: Step) => `may ${does} in ${where} (${binding}) and so becomes ${becomes}`;

/** Whether a token of the API server lies in its containers. Where the pod says nothing its account decides. */
function hasToken({ pod, namespace }: Manifest, account: string, inventory: Inventory): boolean {
  const { automountServiceAccountToken, volumes } = pod!.template.spec as { automountServiceAccountToken?: boolean; volumes?: any };
  const forApiServer = ({ audience = 'kubernetes' }) => /\bkubernetes\b/.test(audience);
  const projected = Array.isArray(volumes) && volumes.some(volume => volume?.projected?.sources?.some((source: any) =>
    source?.serviceAccountToken !== undefined && forApiServer(source.serviceAccountToken)));
  return projected || (automountServiceAccountToken ?? inventory.find('ServiceAccount', namespace, account)?.object.automountServiceAccountToken ?? true);
}

/** Permissions add up: whoever starts pods somewhere becomes every account there, with what that may do. No chain of them leads to the cluster. */
export const identityTakesOverCluster = new InventoryControl({
  id: 'identity-takes-over-cluster',
  title: 'No chain of permissions leads from a workload to the whole cluster',
  recommendation: '8.7',
  severity: Severity.CRITICAL,
  subject: Subject.POD,
  field: 'spec.serviceAccountName',
  judge: (manifest, inventory) => {
    const { name = 'default', field } = serviceAccountName(manifest);
    if (!hasToken(manifest, name, inventory)) {
      return { outcome: Outcome.PASSED };
    }
    const way = Access.of(inventory).wayToCluster(manifest.namespace, name);
    if (way === undefined) {
      return { outcome: inventory.complete ? Outcome.PASSED : Outcome.UNDETERMINED };
    }
    const message = `whoever breaks in owns the cluster: ${name} ${way.map(told).join(', which ')}`;
    return { outcome: Outcome.FAILED, faults: [{ path: [...manifest.pod!.path, 'spec', field], message }] };
  },
  message: 'whoever breaks in owns the cluster',
  remediation: 'take away the first of these permissions, or restrict it to objects by name; do without a token where none is needed',
  references: [Cis.k8s('5.1.8'), Nsa.RBAC, Owasp.K02],
});
