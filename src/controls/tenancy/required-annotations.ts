import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Whom to call, where the runbook is: what a team agreed on, as regular expressions by annotation. */
export const requiredAnnotations = new Control({
  id: 'required-annotations',
  title: 'Objects carry the annotations that the team agreed on',
  recommendation: '2.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'metadata.annotations',
  when: 'object.kind in params.kinds',
  expression: 'params.annotations.all(name, object.?metadata.?annotations[?name].optMap(value, value.matches(params.annotations[name])).orValue(false))',
  parameters: { annotations: {}, kinds: ['Namespace', 'Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'] },
  message: 'it lacks an annotation that the team agreed on, or its value is of another form',
  remediation: 'set the annotations of the parameter annotations, in the form that it gives',
  references: [],
});
