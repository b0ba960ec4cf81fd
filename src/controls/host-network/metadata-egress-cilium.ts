import { PLATFORM_FACTS } from '../../model/platform-facts';
import { Severity } from '../../model/severity';
import { Mitre } from '../../model/standards/mitre';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** CEL: whether no rule of a part of a policy names what is refused, as a block with or without exceptions. */
const keepsFrom = (spec: string, block: string, plain: string) => `${spec}.?egress.orValue([]).all(rule,`
  + ` rule.?toCIDRSet.orValue([]).all(block, !has(block.cidr) || !params.refused.exists(refused, ${block}))`
  + ` && rule.?toCIDR.orValue([]).all(plain, !params.refused.exists(refused, ${plain})))`;

const policy = (block: string, plain: string) =>
  `${keepsFrom('object.?spec', block, plain)} && object.?specs.orValue([]).all(spec, ${keepsFrom('spec', block, plain)})`;

const overlaps = (cidr: string) => `(cidr(refused).containsCIDR(${cidr}) || cidr(${cidr}).containsCIDR(refused))`;

/** What metadata-egress asks of NetworkPolicies, asked of those of Cilium. */
export const metadataEgressCilium = new Control({
  id: 'metadata-egress-cilium',
  title: 'Policies of Cilium keep workloads from the metadata service and the nodes',
  recommendation: '4.2',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec.egress',
  kinds: ['cilium.io/CiliumNetworkPolicy', 'cilium.io/CiliumClusterwideNetworkPolicy'],
  // Before 1.31 CEL knows no blocks: what is told apart is every address without an exception, and a refused block by its name.
  expression: policy(
    'block.cidr == refused || (block.cidr in ["0.0.0.0/0", "::/0"] && size(block.?except.orValue([])) == 0)',
    'plain == refused || plain in ["0.0.0.0/0", "::/0"]'),
  versions: [{
    since: '1.31',
    expression: policy(`${overlaps('block.cidr')} && !block.?except.orValue([]).exists(hole, cidr(hole).containsCIDR(refused))`, overlaps('plain')),
  }],
  parameters: { refused: PLATFORM_FACTS.generic.metadataCidrs },
  message: 'it lets workloads reach an address that hands out the credentials of nodes, or nodes themselves',
  remediation: 'add the addresses to toCIDRSet.except, or name a smaller block',
  references: [Nsa.NETWORK_POLICY, Nsa.CLOUD_INFRASTRUCTURE, Mitre.attack('T1552.005')],
});
