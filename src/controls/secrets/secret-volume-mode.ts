import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A secret is for the user that runs the program. */
export const secretVolumeMode = new Control({
  id: 'secret-volume-mode',
  title: 'Files of secrets are not for everybody',
  recommendation: '10.2',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.volumes',
  expression: 'pod.spec.?volumes.orValue([]).all(volume, !has(volume.secret) || volume.secret.?defaultMode.orValue(420) % 8 == 0)',
  message: 'every user in the container reads it',
  remediation: 'set defaultMode to 0400, or 0440 with an fsGroup',
  references: [Cis.k8s('5.4.1'), Nsa.SECRETS, Owasp.K03],
});
