import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A token for everybody and for ever is a password. */
export const projectedToken = new Control({
  id: 'projected-token',
  title: 'Projected tokens have an audience and expire',
  recommendation: '5.2',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.volumes',
  // The API server adds a volume of its own to a pod that does not refuse its token, for which another control asks.
  expression: 'pod.spec.?volumes.orValue([]).all(volume, (pod.spec.?automountServiceAccountToken.orValue(true) && volume.name.matches("^kube-api-access-[a-z0-9]{5}$")) || volume.?projected.?sources.orValue([]).all(source, !has(source.serviceAccountToken)'
    + ' || (source.serviceAccountToken.?audience.orValue("") != "" && source.serviceAccountToken.?expirationSeconds.orValue(3600) <= 86400)))',
  message: 'its token is good for the API server, or for longer than a day',
  remediation: 'set audience, and expirationSeconds to a day at most',
  references: [Cis.k8s('5.1.6'), Owasp.K09],
});
