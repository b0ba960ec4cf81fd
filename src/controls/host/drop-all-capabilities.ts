import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { RemedyClass } from '../remedy';
import { Subject } from '../subject';

/** A container needs hardly any of the capabilities that it gets by default. */
export const dropAllCapabilities = new Control({
  id: 'drop-all-capabilities',
  title: 'Containers drop all capabilities',
  recommendation: '2.5',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'securityContext.capabilities.drop',
  when: 'pod.spec.?os.?name.orValue("") != "windows"',
  expression: 'container.?securityContext.?capabilities.?drop.orValue([]).exists(capability, capability == "ALL")',
  remedy: {
    remedyClass: RemedyClass.BEHAVIOURAL,
    when: 'pod.spec.?os.?name.orValue("") != "windows"',
    fields: [{ path: 'securityContext.capabilities.drop', value: ['ALL'] }],
  },
  message: 'it keeps the capabilities of the container runtime',
  remediation: 'set securityContext.capabilities.drop to [ALL]',
  references: [Pss.RESTRICTED, Cis.k8s('5.2.8'), Cis.k8s('5.2.9'), Nsa.POD_SECURITY, Owasp.K01],
});
