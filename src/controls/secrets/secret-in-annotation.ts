import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { hasToken } from './token-shapes';

/** The object's own annotations, and those of the pods that it makes. */
const ANNOTATIONS = ['object', 'object.?spec.?template', 'object.?spec.?jobTemplate.?spec.?template'].map(holder => `${holder}.?metadata.?annotations`);

/** Annotations are read by everybody who may read the object. Credentials that kubectl kept there of an earlier version count too. */
export const secretInAnnotation = new Control({
  id: 'secret-in-annotation',
  title: 'Annotations hold no secret',
  recommendation: '10.3',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'metadata.annotations',
  when: ANNOTATIONS.map(annotations => `${annotations}.hasValue()`).join(' || '),
  expression: `[${ANNOTATIONS.map(annotations => `?${annotations}`).join(', ')}].all(annotations, annotations.all(name, !${hasToken('annotations[name]')}))`,
  message: 'a secret stands in an annotation',
  remediation: 'keep it in a Secret that a store fills, and revoke it: it was published',
  references: [Nsa.SECRETS, Owasp.K03],
});
