import { Severity } from '../../model/severity';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** What `restricted` means changes with every minor: an upgrade of the cluster then refuses pods that it admitted the day before. */
export const podSecurityVersion = new Control({
  id: 'pod-security-version',
  title: 'Namespaces pin the version of Pod Security',
  recommendation: '2.3',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'metadata.labels',
  kinds: ['Namespace'],
  when: 'object.?metadata.?labels[?"pod-security.kubernetes.io/enforce"].hasValue()',
  expression: 'object.metadata.labels[?"pod-security.kubernetes.io/enforce-version"].orValue("latest").matches("^v1[.][0-9]{1,4}$")',
  message: 'the next upgrade of the cluster changes which pods it admits',
  remediation: 'set the label pod-security.kubernetes.io/enforce-version to the minor you test with, such as v1.34',
  references: [Pss.RESTRICTED],
});
