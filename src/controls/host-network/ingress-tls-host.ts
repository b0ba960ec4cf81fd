import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

const HOST = 'rule.?host.orValue("")';

/** A wildcard stands for one label. */
const COVERED = `tls.hosts.exists(host, host == ${HOST} || (${HOST}.contains(".") && host == "*" + ${HOST}.substring(${HOST}.indexOf("."))))`;

/** A host that no certificate is for is served in clear, or with a certificate that no client accepts. */
export const ingressTlsHost = new Control({
  id: 'ingress-tls-host',
  title: 'Every host of an Ingress has a certificate',
  recommendation: '4.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.tls',
  kinds: ['networking.k8s.io/Ingress'],
  when: 'size(object.?spec.?tls.orValue([])) > 0',
  expression: `object.?spec.?rules.orValue([]).all(rule, ${HOST} == "" || object.spec.tls.exists(tls, size(tls.?hosts.orValue([])) == 0 || ${COVERED}))`,
  message: 'a host of it has no certificate: it is served in clear, or with one that no client accepts',
  remediation: 'add the host to the hosts of spec.tls',
  references: [Nsa.ENCRYPTION, Owasp.K06],
});
