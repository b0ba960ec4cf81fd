import { Inventory } from '../../inventory/inventory';
import { LabelSelector, matchesLabels } from '../../inventory/label-selector';
import { Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl, Outcome } from '../inventory-control';
import { judgeReferences, selecting } from '../reference-judgement';

/** A policy that selects nothing protects nothing. */
export const danglingNetworkPolicy = new InventoryControl({
  id: 'dangling-network-policy',
  title: 'NetworkPolicies select pods',
  recommendation: '5.4',
  severity: Severity.HIGH,
  kinds: ['networking.k8s.io/NetworkPolicy'],
  field: 'spec.podSelector',
  judge: (manifest, inventory) => {
    const selector: LabelSelector = manifest.object.spec?.podSelector ?? {};
    return selectsGateway(selector, manifest, inventory) ? { outcome: Outcome.PASSED }
      : judgeReferences([selecting(manifest, inventory, selector, ['spec', 'podSelector'])], inventory);
  },
  message: 'it selects no pod: it protects nothing',
  remediation: 'correct spec.podSelector or the labels of the pods',
  references: [Cis.k8s('5.3.2'), Nsa.NETWORK_POLICY, Owasp.K05],
});

/** Pods of a gateway are in no manifest: whoever makes them for a Gateway gives them its name (GEP-1762). */
function selectsGateway(selector: LabelSelector, { namespace }: Manifest, inventory: Inventory): boolean {
  return inventory.ofKind('gateway.networking.k8s.io/Gateway', namespace).some(({ name, object: { spec } }) =>
    matchesLabels(selector, { ...spec?.infrastructure?.labels, 'gateway.networking.k8s.io/gateway-name': name }));
}
