import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** Whoever makes a policy or a webhook fail gets past one that is ignored then: by load, or by an object that it cannot read. */
export const admissionFailsClosed = new Control({
  id: 'admission-fails-closed',
  title: 'What decides about objects fails closed',
  recommendation: '8.6',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  kinds: [
    'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    'kyverno.io/ClusterPolicy',
    'kyverno.io/Policy',
  ],
  expression: '([object.?spec.?failurePolicy] + object.?webhooks.orValue([]).map(webhook, webhook.?failurePolicy)).all(policy'
    + ', policy.orValue("Fail") != "Ignore")',
  message: 'whoever makes it fail gets past it',
  remediation: 'set failurePolicy to Fail, and spare the namespaces that must start without it',
  references: [Owasp.K04],
  _unguarded: 'Kubernetes asks no policy about policies',
});
