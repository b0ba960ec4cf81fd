import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** A host path joins container and node: what one writes, the other reads. */
export const hostPath = new Control({
  id: 'host-path',
  title: 'Pods mount no path of the host',
  recommendation: '2.4',
  severity: Severity.HIGH,
  subject: Subject.POD,
  field: 'spec.volumes',
  expression: 'pod.spec.?volumes.orValue([]).all(volume, !has(volume.hostPath))',
  message: 'it mounts a path of its node',
  remediation: 'use a PersistentVolumeClaim, an emptyDir or a ConfigMap',
  references: [Pss.BASELINE, Cis.k8s('5.2.11'), Nsa.POD_SECURITY, Owasp.K01],
});
