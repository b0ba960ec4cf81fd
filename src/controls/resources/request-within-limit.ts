import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** The API server refuses a container that asks for more than it may use. */
export const requestWithinLimit = new Control({
  id: 'request-within-limit',
  title: 'Requests are within limits',
  recommendation: '12.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'resources.requests',
  // A limit is a request too, where none is written.
  when: 'container.?resources.?limits.hasValue()',
  expression: 'container.?resources.?requests.orValue({}).all(name, !(name in container.resources.limits)'
    + ' || quantity(string(container.resources.requests[name])).compareTo(quantity(string(container.resources.limits[name]))) <= 0)',
  message: 'the API server refuses it: a request exceeds its limit',
  remediation: 'lower the request, or raise the limit',
  references: [],
});
