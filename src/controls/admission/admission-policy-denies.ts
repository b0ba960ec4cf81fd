import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** What a policy audits or warns of is let in. */
export const admissionPolicyDenies = new Control({
  id: 'admission-policy-denies',
  title: 'Admission policies deny what breaks them',
  recommendation: '8.8',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.validationActions',
  kinds: ['admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding', 'policies.kyverno.io/ValidatingPolicy'],
  expression: '"Deny" in object.?spec.?validationActions.orValue(object.apiVersion.startsWith("policies.kyverno.io/") ? ["Deny"] : [])',
  message: 'it warns of what breaks the policy, and lets it in',
  remediation: 'add Deny to validationActions',
  references: [Owasp.K04],
  _unguarded: 'Kubernetes asks no policy about policies',
});
