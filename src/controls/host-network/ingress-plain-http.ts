import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** For gateways that serve both unless they are told not to, such as that of Google Cloud. */
export const ingressPlainHttp = new Control({
  id: 'ingress-plain-http',
  title: 'Ingresses refuse plain HTTP',
  recommendation: '4.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'metadata.annotations',
  kinds: ['networking.k8s.io/Ingress'],
  expression: 'object.?metadata.?annotations[?"kubernetes.io/ingress.allow-http"].orValue("") == "false"',
  message: 'it serves plain HTTP beside HTTPS',
  remediation: 'set the annotation kubernetes.io/ingress.allow-http to "false"',
  references: [Nsa.ENCRYPTION],
});
