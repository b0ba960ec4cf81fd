import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { IS_NOT_EPHEMERAL } from './ephemeral';

/** What is to be bounded beyond what every container must say, such as CPU or GPUs. */
export const requiredResources = new Control({
  id: 'required-resources',
  title: 'Containers request and limit what the team agreed on',
  recommendation: '12.1',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'resources',
  when: IS_NOT_EPHEMERAL,
  // A limit is a request too.
  expression: 'params.requests.all(name, container.?resources.?requests[?name].hasValue() || container.?resources.?limits[?name].hasValue())'
    + ' && params.limits.all(name, container.?resources.?limits[?name].hasValue())',
  parameters: { requests: [], limits: [] },
  message: 'it lacks a request or a limit that the team agreed on',
  remediation: 'set the requests and limits of the parameters',
  references: [Nsa.RESOURCE_POLICY],
});
