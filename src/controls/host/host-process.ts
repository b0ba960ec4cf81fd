import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** A HostProcess container of Windows runs on the node itself. */
export const hostProcess = new Control({
  id: 'host-process',
  title: 'Pods and containers are not HostProcess',
  recommendation: '2.3',
  severity: Severity.CRITICAL,
  subject: Subject.POD,
  field: 'spec.securityContext.windowsOptions.hostProcess',
  expression: [
    'pod.spec.?securityContext.?windowsOptions.?hostProcess.orValue(false) == false',
    '[pod.spec.?containers.orValue([]), pod.spec.?initContainers.orValue([]), pod.spec.?ephemeralContainers.orValue([])]'
      + '.all(list, list.all(c, c.?securityContext.?windowsOptions.?hostProcess.orValue(false) == false))',
  ].join(' && '),
  message: 'it runs on its Windows node, not in a container',
  remediation: 'remove windowsOptions.hostProcess',
  references: [Pss.BASELINE, Cis.k8s('5.2.10'), Owasp.K01],
});
