import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** An Ingress for every host takes the traffic of hosts that are not its own, and of those to come. */
export const ingressHost = new Control({
  id: 'ingress-host',
  title: 'Ingresses name the hosts that they serve',
  recommendation: '4.2',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.rules',
  kinds: ['networking.k8s.io/Ingress'],
  expression: '!object.?spec.?defaultBackend.hasValue()'
    + ' && object.?spec.?rules.orValue([]).all(rule, rule.?host.orValue("") != "" && !rule.host.contains("*"))',
  message: 'it serves hosts that it does not name: it takes what is meant for others',
  remediation: 'name the host of each rule, without a wildcard, and remove defaultBackend',
  references: [Nsa.NETWORK_POLICY, Owasp.K05],
});
