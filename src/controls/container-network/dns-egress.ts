import { podLabels } from '../../inventory/inventory';
import { JsonObject } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl, Outcome } from '../inventory-control';
import { isolation, onHostNetwork, policiesWhere } from './isolation';
import { judgeReferences, lookUp, Resolution } from '../reference-judgement';
import { Subject } from '../subject';

const NAMED_PORTS = ['dns', 'dns-tcp', 'domain'];

const rulesOf = ({ spec }: JsonObject): JsonObject[] => spec?.egress ?? [];

/** Whether a rule of a policy opens the way to a name server. They are in another namespace, or have an address of the node. */
function opensDns({ ports = [], to = [] }: JsonObject, listening: readonly number[]): boolean {
  const onPort = ports.length === 0 || ports.some(({ port, endPort }: JsonObject) => port === undefined || NAMED_PORTS.includes(port)
    || listening.some(dns => port === dns || (port < dns && dns <= (endPort ?? port))));
  return onPort && (to.length === 0 || to.some((peer: JsonObject) => peer.namespaceSelector !== undefined || peer.ipBlock !== undefined));
}

/** Who may call others but cannot find them is given more than it needs by whoever has to make the application work. */
export const dnsEgress = new InventoryControl({
  id: 'dns-egress',
  title: 'Isolated workloads that call others reach a name server',
  recommendation: '5.4',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'metadata.namespace',
  judge: (manifest, inventory, _target, { ports }) => {
    const { namespace } = manifest;
    const allowed = (name: string, holds: (rule: JsonObject) => boolean) => lookUp(namespace, where =>
      policiesWhere(inventory, where, name, policy => rulesOf(policy).some(holds)).some(podLabels(manifest)));
    if (onHostNetwork(manifest) || namespace.startsWith('kube-') || isolation(manifest, inventory, 'Egress') !== Resolution.FOUND
      || allowed('egress', () => true) !== Resolution.FOUND) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    return judgeReferences([{ resolution: allowed(`dns on ${ports}`, rule => opensDns(rule, ports)), fault: { path: ['metadata', 'namespace'] } }], inventory);
  },
  // Name servers listen on 53, and on OpenShift on 5353.
  parameters: { ports: [53, 5353] },
  message: 'NetworkPolicies let it call others, and do not let it resolve their names',
  remediation: 'allow egress to the name servers of the cluster, on port 53 over UDP and TCP',
  references: [Nsa.NETWORK_POLICY],
});
