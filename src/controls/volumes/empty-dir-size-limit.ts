import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** An emptyDir without a limit takes the disk or the memory of its node. */
export const emptyDirSizeLimit = new Control({
  id: 'empty-dir-size-limit',
  title: 'Volumes of type emptyDir are limited',
  recommendation: '9.2',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.volumes',
  expression: 'pod.spec.?volumes.orValue([]).all(volume, !has(volume.emptyDir) || volume.emptyDir.?sizeLimit.hasValue())',
  message: 'it can fill the disk or the memory of its node',
  remediation: 'set emptyDir.sizeLimit',
  references: [Nsa.RESOURCE_POLICY],
});
