import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** The namespace tells the API server which pods to refuse. */
export const podSecurityLabels = new Control({
  id: 'pod-security-labels',
  title: 'Namespaces enforce the restricted profile of Pod Security',
  recommendation: '2.3',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'metadata.labels',
  kinds: ['Namespace'],
  when: '!object.metadata.name.startsWith("kube-")',
  expression: 'object.?metadata.?labels[?"pod-security.kubernetes.io/enforce"].orValue("") in params.levels',
  parameters: { levels: ['restricted'] },
  message: 'the API server admits pods that are not restricted',
  remediation: 'set the label pod-security.kubernetes.io/enforce to restricted',
  references: [Pss.RESTRICTED, Cis.k8s('5.2.1'), Owasp.K04],
});
