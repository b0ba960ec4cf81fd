import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A snippet is configuration of nginx: whoever writes an Ingress reads the secrets of the controller with it, those of all namespaces (CVE-2021-25742). */
export const ingressSnippet = new Control({
  id: 'ingress-snippet',
  title: 'Ingresses hold no snippets of configuration',
  recommendation: '4.1',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'metadata.annotations',
  // The controller read the older group too; of no group there is none, and whoever writes so means this one.
  kinds: ['networking.k8s.io/Ingress', 'extensions/Ingress', 'Ingress'],
  expression: 'object.?metadata.?annotations.orValue({}).all(name, !name.endsWith("-snippet") && !name.endsWith("-snippets"))',
  message: 'it writes into the configuration of the ingress controller, which reads the secrets of every namespace',
  remediation: 'remove the annotation; use one that says what is wanted',
  references: [Nsa.CONTROL_PLANE, Owasp.K06],
});
