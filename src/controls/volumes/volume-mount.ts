import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

const VOLUME = (name: string) => `(pod.spec.?volumes.orValue([]).exists(volume, volume.name == ${name})`
  + ` || object.?spec.?volumeClaimTemplates.orValue([]).exists(claim, claim.metadata.name == ${name}))`;

/** A mount of a volume that the pod does not have makes a pod that the API server refuses, long after the template was accepted. */
export const volumeMount = new Control({
  id: 'volume-mount',
  title: 'Containers mount volumes that the pod has',
  recommendation: '9.2',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'volumeMounts',
  expression: `container.?volumeMounts.orValue([]).all(mount, ${VOLUME('mount.name')})`
    + ` && container.?volumeDevices.orValue([]).all(device, ${VOLUME('device.name')})`,
  message: 'it mounts a volume that its pod does not have',
  remediation: 'add the volume to the pod, or correct the name of the mount',
  references: [],
});
