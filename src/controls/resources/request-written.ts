import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A limit alone is a request as large, which keeps a node empty without anybody having asked. */
export const requestWritten = new Control({
  id: 'request-written',
  title: 'Containers with a limit write their request',
  recommendation: '12.3',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'resources.requests',
  expression: 'params.resources.all(name, !container.?resources.?limits[?name].hasValue() || container.?resources.?requests[?name].hasValue())',
  parameters: { resources: ['cpu', 'memory'] },
  asWritten: true,
  message: 'its node keeps for it all that it may use: the API server makes the limit the request',
  remediation: 'set the request to what it needs in quiet times',
  references: [],
});
