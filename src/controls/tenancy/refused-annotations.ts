import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Annotations steer controllers past every role. The parameter has regular expressions for name=value. */
export const refusedAnnotations = new Control({
  id: 'refused-annotations',
  title: 'Objects and their pods carry no annotation that the team refuses',
  recommendation: '2.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'metadata.annotations',
  // The template as most kinds have it: a Pod is its own.
  expression: 'params.patterns.all(pattern, ![object.?metadata.?annotations, object.?spec.?template.?metadata.?annotations, object.?spec.?jobTemplate.?spec.?template.?metadata.?annotations]'
    + '.exists(annotations, annotations.orValue({}).exists(name, (name + "=" + string(annotations.value()[name])).matches(pattern))))',
  parameters: { patterns: [] },
  message: 'it has an annotation that the team refuses',
  remediation: 'remove the annotation',
  references: [],
});
