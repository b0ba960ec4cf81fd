import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { isCredential, isSoughtBesides, NOTHING_BESIDES } from './secret-names';
import { hasToken } from './token-shapes';

/** ConfigMaps are neither encrypted at rest nor hidden from those who may view a namespace. */
export const secretInConfigMap = new Control({
  id: 'secret-in-config-map',
  title: 'ConfigMaps hold no secret',
  recommendation: '10.3',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'data',
  kinds: ['ConfigMap'],
  expression: `object.?data.orValue({}).all(name, !${isCredential('name', 'object.data[name]')} && !${hasToken('object.data[name]')} && !${isSoughtBesides('name', 'object.data[name]')})`,
  parameters: NOTHING_BESIDES,
  message: 'a secret stands in a ConfigMap',
  remediation: 'keep it in a Secret that a store fills',
  references: [Nsa.SECRETS, Owasp.K03],
});
