import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { isCredential, isSoughtBesides, NOTHING_BESIDES } from './secret-names';
import { hasToken, isBearer } from './token-shapes';

/** Environment variables are shown by the API, by crash reports and to every child process. */
export const secretInEnvironment = new Control({
  id: 'secret-in-environment',
  title: 'Environment variables hold no secret',
  recommendation: '10.3',
  severity: Severity.HIGH,
  subject: Subject.CONTAINER,
  field: 'env',
  expression: 'container.?env.orValue([]).all(variable, !has(variable.value)'
    + ` || (!${isCredential('variable.name', 'variable.value')} && !${hasToken('variable.value')} && !${isBearer('variable.value')} && !${isSoughtBesides('variable.name', 'variable.value')}))`,
  parameters: NOTHING_BESIDES,
  message: 'a secret stands in its environment',
  remediation: 'mount it as a file from a Secret that a store fills',
  references: [Cis.k8s('5.4.1'), Nsa.SECRETS, Owasp.K03],
});
