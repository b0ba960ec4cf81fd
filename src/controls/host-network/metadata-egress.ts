import { PLATFORM_FACTS } from '../../model/platform-facts';
import { Severity } from '../../model/severity';
import { Mitre } from '../../model/standards/mitre';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

const peersAre = (condition: string) => 'object.?spec.?egress.orValue([]).all(rule, rule.?to.orValue([]).all(peer,'
  + ` !has(peer.ipBlock) || !params.refused.exists(refused, ${condition})))`;

/** Whether the block of a peer reaches one that is refused: it holds it, or is in it, and no exception takes it out. */
const REACHES = '(cidr(refused).containsCIDR(peer.ipBlock.cidr) || cidr(peer.ipBlock.cidr).containsCIDR(refused))'
  + ' && !peer.ipBlock.?except.orValue([]).exists(hole, cidr(hole).containsCIDR(refused))';

const NAMES = 'peer.ipBlock.cidr == refused || (peer.ipBlock.cidr in ["0.0.0.0/0", "::/0"] && size(peer.ipBlock.?except.orValue([])) == 0)';

/** Whoever reaches the metadata service of a cloud, from any container, can get the credentials of the node; whoever reaches nodes, their agents. */
export const metadataEgress = new Control({
  id: 'metadata-egress',
  title: 'NetworkPolicies keep workloads from the metadata service and the nodes',
  recommendation: '4.2',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec.egress',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  // Before 1.31 CEL knows no blocks: what is told apart is every address without an exception, and a refused block by its name.
  expression: peersAre(NAMES),
  versions: [{ since: '1.31', expression: peersAre(REACHES) }],
  parameters: { refused: PLATFORM_FACTS.generic.metadataCidrs },
  message: 'it lets workloads reach an address that hands out the credentials of nodes, or nodes themselves',
  remediation: 'add the addresses to ipBlock.except, or name a smaller block',
  references: [Nsa.NETWORK_POLICY, Nsa.CLOUD_INFRASTRUCTURE, Mitre.attack('T1552.005')],
});
