import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { RemedyClass } from '../remedy';
import { Subject } from '../subject';

/** Whoever forgets to refuse a token is not handed one. */
export const serviceAccountAutomount = new Control({
  id: 'service-account-automount',
  title: 'Service accounts do not hand out their token',
  recommendation: '5.2',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'automountServiceAccountToken',
  kinds: ['ServiceAccount'],
  expression: 'object.?automountServiceAccountToken.orValue(true) == false',
  remedy: {
    remedyClass: RemedyClass.BEHAVIOURAL,
    fields: [{ path: 'automountServiceAccountToken', value: false }],
  },
  message: 'every pod that does not refuse it finds a token of the API server',
  remediation: 'set automountServiceAccountToken to false',
  references: [Cis.k8s('5.1.6'), Nsa.SERVICE_ACCOUNT_TOKEN, Owasp.K08],
});
