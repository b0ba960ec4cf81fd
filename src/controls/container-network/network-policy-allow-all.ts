import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { allowsAll } from './allow-all';

/** Policies add up: one rule for everybody undoes every other policy of the pods it selects. */
export const networkPolicyAllowAll = new Control({
  id: 'network-policy-allow-all',
  title: 'NetworkPolicies do not let everybody through',
  recommendation: '5.4',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  expression: `!(${allowsAll('Ingress')}) && !(${allowsAll('Egress')})`,
  message: 'a rule of it lets everybody through on every port: the pods it selects are not isolated, whatever other policies say',
  remediation: 'name the peers or the ports of the rule',
  references: [Cis.k8s('5.3.2'), Nsa.NETWORK_POLICY, Owasp.K05],
});
