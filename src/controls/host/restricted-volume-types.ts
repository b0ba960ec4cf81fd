import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

const ALLOWED = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'];

/** Volumes other than these reach into the node or name storage directly. */
export const restrictedVolumeTypes = new Control({
  id: 'restricted-volume-types',
  title: 'Pods use only the volume types of the restricted profile',
  recommendation: '9.1',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.volumes',
  expression: 'pod.spec.?volumes.orValue([]).all(volume, '
    + `volume.all(type, type in [${['name', ...ALLOWED].map(type => `"${type}"`).join(', ')}]))`,
  message: 'it uses a volume that reaches into its node or names storage directly',
  remediation: 'use a PersistentVolumeClaim or an ephemeral volume',
  references: [Pss.RESTRICTED, Cis.k8s('5.2.11'), Owasp.K01],
});
