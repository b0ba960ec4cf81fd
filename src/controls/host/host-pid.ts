import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** A pod in a host namespace is not separated from its node. */
export const hostPid = new Control({
  id: 'host-pid',
  title: 'Pods do not use the host\'s PID namespace',
  recommendation: '2.3',
  severity: Severity.CRITICAL,
  subject: Subject.POD,
  field: 'spec.hostPID',
  expression: 'pod.spec.?hostPID.orValue(false) == false',
  message: 'it sees every process of its node and can signal them',
  remediation: 'remove spec.hostPID',
  references: [Pss.BASELINE, Cis.k8s('5.2.3'), Nsa.POD_SECURITY, Owasp.K01],
});
