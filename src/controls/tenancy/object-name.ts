import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A name that says whose it is: regular expressions by kind. */
export const objectName = new Control({
  id: 'object-name',
  title: 'Names are of the form that the team agreed on',
  recommendation: '2.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'metadata.name',
  when: 'object.kind in params.names',
  expression: 'object.metadata.?name.orValue("").matches(params.names[object.kind])',
  parameters: { names: {} },
  message: 'its name is not of the form that the team agreed on',
  remediation: 'rename it as the parameter names says',
  references: [],
});
