import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** Names that end as credentials do: TOKEN_TTL, SECRET_NAME and PASSWORD_FILE are not. */
const NAME = '(?i)(^|_)(password|passwd|pwd|secret|token|api_?key|access_?key|private_?key|credentials?)$';

/** A value that could be one: neither empty, a reference, a path, an address, a number nor a switch. */
const VALUE = '(?i)^[^$/]{4,}$';

/** What tokens and keys of well-known makers look like. */
const SHAPE = '(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[baprs]-[0-9A-Za-z-]{10,}|AIza[0-9A-Za-z_-]{35}|-----BEGIN [A-Z ]*PRIVATE KEY-----)';

/** Environment variables are shown by the API, by crash reports and to every child process. */
export const secretInEnvironment = new Control({
  id: 'secret-in-environment',
  title: 'Environment variables hold no secret',
  recommendation: '10.3',
  severity: Severity.HIGH,
  subject: Subject.CONTAINER,
  field: 'env',
  expression: `container.?env.orValue([]).all(variable, !(variable.name.matches("${NAME}") && variable.?value.orValue("").matches("${VALUE}"))`
    + ` && !variable.?value.orValue("").matches("${SHAPE}"))`,
  message: 'a secret stands in its environment',
  remediation: 'mount it as a file from a Secret that a store fills',
  references: [Cis.k8s('5.4.1'), Nsa.SECRETS, Owasp.K03],
});
