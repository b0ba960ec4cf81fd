import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { RemedyClass } from '../remedy';
import { Subject } from '../subject';

/** Root in a container is root on the node wherever the container leaks. */
export const runAsNonRoot = new Control({
  id: 'run-as-non-root',
  title: 'Containers do not run as root',
  recommendation: '2.3',
  severity: Severity.HIGH,
  subject: Subject.CONTAINER,
  field: 'securityContext.runAsNonRoot',
  expression: 'container.?securityContext.?runAsNonRoot.or(pod.spec.?securityContext.?runAsNonRoot).orValue(false) == true',
  versions: [
    { since: '1.35', expression: 'container.?securityContext.?runAsNonRoot.or(pod.spec.?securityContext.?runAsNonRoot).orValue(false) == true || pod.spec.?hostUsers.orValue(true) == false' },
  ],
  remedy: {
    remedyClass: RemedyClass.BEHAVIOURAL,
    // Where an author lets the whole pod run as root, that is what was written.
    when: '!pod.spec.?securityContext.?runAsNonRoot.hasValue()',
    fields: [{ path: 'securityContext.runAsNonRoot', value: true }],
  },
  message: 'it may run as root',
  remediation: 'set runAsNonRoot to true on the pod',
  references: [Pss.RESTRICTED, Cis.k8s('5.2.7'), Nsa.NON_ROOT, Owasp.K01],
});
