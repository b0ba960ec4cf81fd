import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** The last words of a failed container are kept where the API shows them. */
export const terminationMessagePolicy = new Control({
  id: 'termination-message-policy',
  title: 'Containers leave their last log lines when they fail',
  recommendation: '7.1',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'terminationMessagePolicy',
  expression: 'container.?terminationMessagePolicy.orValue("File") == "FallbackToLogsOnError"',
  remedy: { fields: [{ path: 'terminationMessagePolicy', value: 'FallbackToLogsOnError' }] },
  message: 'nothing tells why it failed once its log is gone',
  remediation: 'set terminationMessagePolicy to FallbackToLogsOnError',
  references: [Owasp.K10],
});
