import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Policies and bills read the labels of pods: what a team agreed on, as regular expressions by label, and labels of which one will do. */
export const requiredPodLabels = new Control({
  id: 'required-pod-labels',
  title: 'Pods carry the labels that the team agreed on',
  recommendation: '2.1',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'metadata.labels',
  expression: 'params.labels.all(label, pod.?metadata.?labels[?label].optMap(value, value.matches(params.labels[label])).orValue(false)) && (size(params.oneOf) == 0 || params.oneOf.exists(label, pod.?metadata.?labels[?label].hasValue()))',
  parameters: { labels: {}, oneOf: [] },
  message: 'its pods lack a label that the team agreed on, or its value is of another form',
  remediation: 'set the labels of the parameter labels on the pod template, in the form that it gives',
  references: [],
});
