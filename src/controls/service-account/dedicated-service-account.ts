import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** What shares the default service account shares its rights. The older field `serviceAccount` counts where the newer is not written. */
export const dedicatedServiceAccount = new Control({
  id: 'dedicated-service-account',
  title: 'Pods have a service account of their own',
  recommendation: '5.2',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.serviceAccountName',
  expression: '!(pod.spec.?serviceAccountName.or(pod.spec.?serviceAccount).orValue("default") in ["", "default"])',
  message: 'it shares an identity with every pod that names none',
  remediation: 'make a ServiceAccount for it and name it in serviceAccountName',
  references: [Cis.k8s('5.1.5'), Nsa.RBAC, Owasp.K09],
});
