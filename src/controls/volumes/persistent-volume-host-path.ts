import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** Such a volume is a path of whichever node the pod lands on, and Pod Security does not see it. */
export const persistentVolumeHostPath = new Control({
  id: 'persistent-volume-host-path',
  title: 'PersistentVolumes are no paths of a node',
  recommendation: '2.4',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec.hostPath',
  kinds: ['PersistentVolume'],
  expression: 'object.?spec.?hostPath.?path.optMap(path, params.allowed.exists(prefix, path == prefix || path.startsWith(prefix + "/"))).orValue(true)',
  parameters: { allowed: [] },
  message: 'it gives a path of the node to whoever claims it, past Pod Security',
  remediation: 'use a storage driver, or a volume of type local on nodes that are kept for it',
  references: [Cis.k8s('5.2.11'), Owasp.K01],
});
