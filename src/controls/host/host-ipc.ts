import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** A pod in a host namespace is not separated from its node. */
export const hostIpc = new Control({
  id: 'host-ipc',
  title: 'Pods do not use the host\'s IPC namespace',
  recommendation: '2.3',
  severity: Severity.HIGH,
  subject: Subject.POD,
  field: 'spec.hostIPC',
  expression: 'pod.spec.?hostIPC.orValue(false) == false',
  message: 'it reads the shared memory of its node',
  remediation: 'remove spec.hostIPC',
  references: [Pss.BASELINE, Cis.k8s('5.2.4'), Nsa.POD_SECURITY, Owasp.K01],
});
