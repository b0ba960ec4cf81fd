import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

const INJECTED = ['auth-url', 'auth-tls-match-cn', 'mirror-target', 'mirror-host'];

/**
 * These annotations were written into the configuration of nginx as they are (CVE-2025-24514, CVE-2025-1097, CVE-2025-1098): with these characters an
 * address ends and configuration begins.
 */
export const ingressAnnotationInjection = new Control({
  id: 'ingress-annotation-injection',
  title: 'Annotations of Ingresses hold no configuration of nginx',
  recommendation: '4.1',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'metadata.annotations',
  // The controller read the older group too; of no group there is none, and whoever writes so means this one.
  kinds: ['networking.k8s.io/Ingress', 'extensions/Ingress', 'Ingress'],
  expression: 'object.?metadata.?annotations.orValue({}).all(name, !(name in ['
    + INJECTED.map(name => `"nginx.ingress.kubernetes.io/${name}"`).join(', ')
    + ']) || !object.metadata.annotations[name].matches("[;{}|#\\\\s]"))',
  message: 'an annotation ends an address and begins configuration of the ingress controller, which reads the secrets of every namespace',
  remediation: 'write the address alone, and update the controller',
  references: [Nsa.CONTROL_PLANE, Owasp.K07],
});
