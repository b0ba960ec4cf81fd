import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A writable host path lets a container change its node. */
export const hostPathWritable = new Control({
  id: 'host-path-writable',
  title: 'Paths of the host are mounted read-only',
  recommendation: '2.4',
  severity: Severity.HIGH,
  subject: Subject.CONTAINER,
  field: 'volumeMounts',
  expression: [
    'container.?volumeMounts.orValue([]).all(mount, mount.?readOnly.orValue(false) == true',
    'pod.spec.?volumes.orValue([]).all(volume, volume.name != mount.name || !has(volume.hostPath)))',
  ].join(' || '),
  message: 'it can write to a path of its node',
  remediation: 'set readOnly on the mount',
  references: [Nsa.POD_SECURITY, Owasp.K01],
});
