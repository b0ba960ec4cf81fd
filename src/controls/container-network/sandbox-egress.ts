import { JsonObject } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl, Outcome } from '../inventory-control';

const EVERYWHERE = ['0.0.0.0/0', '::/0'];

/** A sandbox runs what an agent makes up. Without a policy of its template it reaches whatever its node reaches. */
export const sandboxEgress = new InventoryControl({
  id: 'sandbox-egress',
  title: 'Sandboxes of agents reach only what is named',
  recommendation: '5.4',
  severity: Severity.HIGH,
  kinds: ['extensions.agents.x-k8s.io/SandboxTemplate'],
  field: 'spec.networkPolicy',
  judge: ({ object: { spec = {} } }) => {
    const { networkPolicyManagement = 'Managed', networkPolicy } = spec;
    const isManaged = networkPolicyManagement === 'Managed' && typeof networkPolicy === 'object' && networkPolicy !== null && !Array.isArray(networkPolicy);
    return { outcome: isManaged && (networkPolicy.egress ?? []).every(isBounded) ? Outcome.PASSED : Outcome.FAILED };
  },
  message: 'what an agent runs in it may send to anybody',
  remediation: 'leave networkPolicyManagement at Managed, and name in networkPolicy.egress whom it may reach; an empty networkPolicy denies all',
  references: [Nsa.NETWORK_POLICY],
});

/** Whether a rule names whom it allows. One without peers allows everybody, and so do an empty selector of namespaces and the block of all addresses. */
function isBounded({ to = [] }: JsonObject): boolean {
  return to.length > 0 && to.every(({ ipBlock, namespaceSelector }: JsonObject) =>
    (ipBlock === undefined || typeof ipBlock.cidr === 'string' && !EVERYWHERE.includes(ipBlock.cidr))
    && (namespaceSelector === undefined || Object.keys(namespaceSelector).length > 0));
}
