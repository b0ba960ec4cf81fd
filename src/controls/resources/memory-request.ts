import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { IS_NOT_EPHEMERAL } from './ephemeral';

/** Fair sharing needs to know what a container asks for. */
export const memoryRequest = new Control({
  id: 'memory-request',
  title: 'Containers request memory',
  recommendation: '12.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'resources.requests.memory',
  when: IS_NOT_EPHEMERAL,
  // A limit is a request too: the API server says so of a pod, and not yet of its template.
  expression: 'container.?resources.?requests.?memory.hasValue() || container.?resources.?limits.?memory.hasValue()',
  // Resources of the whole pod serve its containers.
  versions: [
    { since: '1.34', expression: '[container, pod.spec].exists(each, each.?resources.?requests.?memory.hasValue() || each.?resources.?limits.?memory.hasValue())' },
  ],
  message: 'the scheduler places it as if it needed no memory, and it is the first to be evicted',
  remediation: 'set resources.requests.memory',
  references: [Nsa.RESOURCE_POLICY, Owasp.K01],
});
