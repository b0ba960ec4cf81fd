import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl } from '../inventory-control';
import { judgeReferences } from '../reference-judgement';
import { Subject } from '../subject';
import { isolation, onHostNetwork } from './isolation';

/** What no policy isolates, everybody reaches. A pod on the host network is not judged: no NetworkPolicy reaches it, and host-network finds it. */
export const defaultDenyIngress = new InventoryControl({
  id: 'default-deny-ingress',
  title: 'Workloads are isolated by a NetworkPolicy for ingress',
  recommendation: '5.4',
  severity: Severity.HIGH,
  subject: Subject.POD,
  field: 'metadata.namespace',
  judge: (manifest, inventory) => judgeReferences(onHostNetwork(manifest) ? [] : [{
    resolution: isolation(manifest, inventory, 'Ingress'),
    fault: { path: ['metadata', 'namespace'] },
  }], inventory),
  message: 'no NetworkPolicy isolates it: everybody in the cluster reaches it',
  remediation: 'add a NetworkPolicy with an empty podSelector and policyTypes [Ingress] to its namespace',
  references: [Cis.k8s('5.3.2'), Nsa.NETWORK_POLICY, Owasp.K05],
});
