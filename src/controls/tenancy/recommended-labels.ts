import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Policies, quotas and audits select by labels. */
export const recommendedLabels = new Control({
  id: 'recommended-labels',
  title: 'Pods carry the name and the whole they are part of',
  recommendation: '2.1',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'metadata.labels',
  expression: '["app.kubernetes.io/name", "app.kubernetes.io/part-of"].all(label, pod.?metadata.?labels[?label].orValue("") != "")',
  message: 'policies and audits cannot select it by what it is',
  remediation: 'set the labels app.kubernetes.io/name and app.kubernetes.io/part-of on the pod template',
  references: [],
});
