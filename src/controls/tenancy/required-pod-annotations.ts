import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** What reads pods, such as a log collector, reads their annotations: what a team agreed on, as regular expressions by annotation. */
export const requiredPodAnnotations = new Control({
  id: 'required-pod-annotations',
  title: 'Pods carry the annotations that the team agreed on',
  recommendation: '2.1',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'metadata.annotations',
  expression: 'params.annotations.all(name, pod.?metadata.?annotations[?name].optMap(value, value.matches(params.annotations[name])).orValue(false))',
  parameters: { annotations: {} },
  message: 'its pods lack an annotation that the team agreed on, or its value is of another form',
  remediation: 'set the annotations of the parameter annotations on the pod template, in the form that it gives',
  references: [],
});
