import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** For agents that need some paths of their node: where host-path is acknowledged, this one keeps to what was agreed on. */
export const hostPathPrefix = new Control({
  id: 'host-path-prefix',
  title: 'Host paths are below those that the team allows',
  recommendation: '2.4',
  severity: Severity.HIGH,
  subject: Subject.POD,
  field: 'spec.volumes',
  expression: 'pod.spec.?volumes.orValue([]).all(volume, !has(volume.hostPath)'
    + ' || params.allowed.exists(path, volume.hostPath.path == path || volume.hostPath.path.startsWith(path + "/")))',
  parameters: { allowed: [] },
  message: 'it mounts a path of its node that the team does not allow',
  remediation: 'use another volume, or a path below one of the parameter allowed',
  references: [Nsa.POD_SECURITY],
});
