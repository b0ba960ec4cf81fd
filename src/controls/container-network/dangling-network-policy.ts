import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, selecting } from '../reference-judgement';

/** A policy that selects nothing protects nothing. */
export const danglingNetworkPolicy = new InventoryControl({
  id: 'dangling-network-policy',
  title: 'NetworkPolicies select pods',
  recommendation: '5.4',
  severity: Severity.HIGH,
  kinds: ['networking.k8s.io/NetworkPolicy'],
  field: 'spec.podSelector',
  judge: (manifest, inventory) => judgeReferences([
    selecting(manifest, inventory, manifest.object.spec?.podSelector ?? {}, ['spec', 'podSelector']),
  ], inventory),
  message: 'it selects no pod: it protects nothing',
  remediation: 'correct spec.podSelector or the labels of the pods',
  references: [Cis.k8s('5.3.2'), Nsa.NETWORK_POLICY, Owasp.K05],
});
