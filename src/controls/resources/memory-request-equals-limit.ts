import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Memory that is in use cannot be taken back: what is promised must be there. */
export const memoryRequestEqualsLimit = new Control({
  id: 'memory-request-equals-limit',
  title: 'Containers request the memory that they may use',
  recommendation: '12.1',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'resources.requests.memory',
  // A limit is a request too, where none is written; the API server says so of a pod, and not yet of its template.
  when: 'container.?resources.?limits.?memory.hasValue() && container.?resources.?requests.?memory.hasValue()',
  expression: 'quantity(string(container.resources.requests.memory)).compareTo(quantity(string(container.resources.limits.memory))) >= 0',
  message: 'it may use memory that its node has not kept for it: pods are killed when the node runs out',
  remediation: 'set resources.requests.memory to the limit',
  references: [Nsa.RESOURCE_POLICY],
});
