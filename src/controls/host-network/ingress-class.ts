import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** The field, or the annotation that was there before it. */
const CLASS = 'object.?spec.?ingressClassName.or(object.?metadata.?annotations[?"kubernetes.io/ingress.class"]).orValue("")';

/** The class says which gateway opens to the world. Without the parameter any class will do. */
export const ingressClass = new Control({
  id: 'ingress-class',
  title: 'Ingresses name a class that the team allows',
  recommendation: '4.2',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.ingressClassName',
  kinds: ['networking.k8s.io/Ingress'],
  expression: `size(params.allowed) > 0 ? ${CLASS} in params.allowed : ${CLASS} != ""`,
  parameters: { allowed: [] },
  message: 'whichever controller is the default serves it, or one that the team does not allow',
  remediation: 'set spec.ingressClassName to a class of the parameter allowed',
  references: [],
});
