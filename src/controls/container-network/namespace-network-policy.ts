import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl, Outcome } from '../inventory-control';
import { judgeReferences, lookUp } from '../reference-judgement';

/** default-deny-ingress and default-deny-egress judge what runs; this one also namespaces in which nothing runs yet. */
export const namespaceNetworkPolicy = new InventoryControl({
  id: 'namespace-network-policy',
  title: 'Namespaces have a NetworkPolicy',
  recommendation: '5.4',
  severity: Severity.MEDIUM,
  kinds: ['Namespace'],
  field: 'metadata.name',
  judge: ({ name }, inventory) => name.startsWith('kube-') ? { outcome: Outcome.NOT_APPLICABLE } : judgeReferences([{
    resolution: lookUp(name, where => inventory.ofKind('networking.k8s.io/NetworkPolicy', where).length > 0),
    fault: { path: ['metadata', 'name'] },
  }], inventory),
  message: 'what will run in it is reached by everybody in the cluster',
  remediation: 'add a NetworkPolicy with an empty podSelector and policyTypes [Ingress, Egress] to it',
  references: [Cis.k8s('5.3.2'), Nsa.NETWORK_POLICY],
});
