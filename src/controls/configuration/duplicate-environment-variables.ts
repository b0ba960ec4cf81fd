import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Of two variables with one name the last one counts, silently. */
export const duplicateEnvironmentVariables = new Control({
  id: 'duplicate-environment-variables',
  title: 'Environment variables are set once',
  recommendation: '8.8',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'env',
  expression: 'container.?env.orValue([]).all(variable, container.env.exists_one(other, other.name == variable.name))',
  message: 'it sets an environment variable twice, and only the last counts',
  remediation: 'remove one of them',
  references: [],
});
