import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A policy that audits reports, and lets in what it reports. That is what Kyverno does where nothing is written. */
export const kyvernoPolicyEnforced = new Control({
  id: 'kyverno-policy-enforced',
  title: 'Policies refuse what breaks them',
  recommendation: '8.8',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.rules',
  kinds: ['kyverno.io/ClusterPolicy', 'kyverno.io/Policy'],
  expression: 'object.?spec.?rules.orValue([]).all(rule, !has(rule.validate)'
    + ' || rule.validate.?failureAction.orValue(object.spec.?validationFailureAction.orValue("Audit")) in ["Enforce", "enforce"])',
  message: 'it reports what breaks it, and lets it in',
  remediation: 'set failureAction of its rules to Enforce',
  references: [Owasp.K04],
});
