import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** A pod in a host namespace is not separated from its node. */
export const hostNetwork = new Control({
  id: 'host-network',
  title: 'Pods do not use the host\'s network namespace',
  recommendation: '4.1',
  severity: Severity.CRITICAL,
  subject: Subject.POD,
  field: 'spec.hostNetwork',
  expression: 'pod.spec.?hostNetwork.orValue(false) == false',
  message: 'it sees every connection of its node and bypasses network policies',
  remediation: 'remove spec.hostNetwork',
  references: [Pss.BASELINE, Cis.k8s('5.2.5'), Nsa.POD_SECURITY, Owasp.K01],
});
