import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { RemedyClass } from '../remedy';
import { Subject } from '../subject';

/** An attacker cannot plant a program in a file system that nobody can write. */
export const readOnlyRootFilesystem = new Control({
  id: 'read-only-root-filesystem',
  title: 'Containers cannot write to their root file system',
  recommendation: '2.3',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'securityContext.readOnlyRootFilesystem',
  when: 'pod.spec.?os.?name.orValue("") != "windows"',
  expression: 'container.?securityContext.?readOnlyRootFilesystem.orValue(false) == true',
  remedy: {
    remedyClass: RemedyClass.BEHAVIOURAL,
    when: 'pod.spec.?os.?name.orValue("") != "windows"',
    fields: [{ path: 'securityContext.readOnlyRootFilesystem', value: true }],
  },
  message: 'its programs can be replaced while it runs',
  remediation: 'set securityContext.readOnlyRootFilesystem to true and mount an emptyDir where it writes',
  references: [Cis.k8s('5.6.3'), Nsa.IMMUTABLE_FILE_SYSTEM, Owasp.K01],
});
