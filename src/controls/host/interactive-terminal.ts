import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A terminal is for people: a container that keeps one open waits for somebody to attach. */
export const interactiveTerminal = new Control({
  id: 'interactive-terminal',
  title: 'Containers keep no terminal open',
  recommendation: '2.3',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  expression: '!container.?stdin.orValue(false) && !container.?tty.orValue(false)',
  message: 'it keeps a terminal open: whoever attaches is in its shell',
  remediation: 'remove stdin and tty',
  references: [Owasp.K01],
});
