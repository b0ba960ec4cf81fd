import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Who owns it, what it costs, where it belongs: what a team agreed on, as regular expressions by label. */
export const requiredLabels = new Control({
  id: 'required-labels',
  title: 'Objects carry the labels that the team agreed on',
  recommendation: '2.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'metadata.labels',
  when: 'object.kind in params.kinds',
  expression: 'params.labels.all(label, object.?metadata.?labels[?label].optMap(value, value.matches(params.labels[label])).orValue(false))',
  parameters: { labels: {}, kinds: ['Namespace', 'Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'] },
  message: 'it lacks a label that the team agreed on, or its value is of another form',
  remediation: 'set the labels of the parameter labels, in the form that it gives',
  references: [],
});
