import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { holdsCredential } from './secret-names';
import { hasToken } from './token-shapes';

/** A command line is shown by the API and to everybody who lists the processes of the node. */
export const secretInCommand = new Control({
  id: 'secret-in-command',
  title: 'Commands and arguments hold no secret',
  recommendation: '10.3',
  severity: Severity.HIGH,
  subject: Subject.CONTAINER,
  field: 'args',
  expression: '[container.?command.orValue([]), container.?args.orValue([])].all(words, words.all(word, '
    + `!${holdsCredential('word')} && !${hasToken('word')}))`,
  message: 'a secret stands in its command line',
  remediation: 'let the program read it from a file that is mounted from a Secret',
  references: [Nsa.SECRETS, Owasp.K03],
});
