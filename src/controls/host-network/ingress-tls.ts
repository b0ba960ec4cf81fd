import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** What is exposed is encrypted on the way. */
export const ingressTls = new Control({
  id: 'ingress-tls',
  title: 'Ingresses terminate TLS',
  recommendation: '4.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.tls',
  kinds: ['networking.k8s.io/Ingress'],
  expression: 'size(object.spec.?tls.orValue([])) > 0',
  message: 'it serves plain HTTP',
  remediation: 'add spec.tls with the hosts and their certificate',
  references: [Nsa.ENCRYPTION, Owasp.K06],
});
